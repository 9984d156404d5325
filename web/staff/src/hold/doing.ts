import type { Hold } from "../api/types.ts";

/** What is done with a hold, if anything is. */
export type Doing = { act: "place" } | { act: "reassess" | "release"; hold: Hold } | undefined;
