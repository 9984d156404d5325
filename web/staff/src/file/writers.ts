import type { Source, Writer } from "./entries.ts";
import { sources } from "./sources.ts";

export type Writes = Source & { write: Writer };

/** What can be written in a file, in the order in which the buttons stand. */
export const writers = sources.filter((source): source is Writes => source.write !== undefined);

/** What somebody is offered to write: by an exceptional access a contact is added, and nothing else. */
export function writersFor(exceptional: boolean): readonly Writes[] {
  return exceptional ? writers.filter((one) => one.kind === "contact") : writers;
}
