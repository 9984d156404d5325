import type { NewInformation, Reliability, SourceKind } from "../api/reported.ts";
import type { Sheet } from "../draft/writing.ts";
import { written } from "../words/written.ts";

/** Understands information from a third party being written down: what was said, by whom, how it is known. */
export interface InformationDraft {
  receivedOn: string;
  text: string;
  kind: SourceKind | "";
  name: string;
  details: string;
  reliability: Reliability;
}

export const informationSheet: Sheet<InformationDraft> = {
  kind: "third-party",
  blank: (today) => ({
    receivedOn: today,
    text: "",
    kind: "",
    name: "",
    details: "",
    reliability: "unverified",
  }),
  begun: ({ text, name, details }) => [text, name, details].some((typed) => written(typed) !== ""),
};

export interface InformationTrouble {
  receivedOn?: "date" | "ahead";
  text?: "text";
  kind?: "kind";
}

export function troubleIn({ receivedOn, text, kind }: InformationDraft, today: string): InformationTrouble {
  return {
    ...(receivedOn === "" ? { receivedOn: "date" as const } : {}),
    ...(receivedOn > today ? { receivedOn: "ahead" as const } : {}),
    ...(written(text) === "" ? { text: "text" as const } : {}),
    ...(kind === "" ? { kind: "kind" as const } : {}),
  };
}

/** Whoever stayed anonymous has no name here, even if one had been typed before. */
export function asNewInformation(draft: InformationDraft): NewInformation {
  const kind = draft.kind || "other";
  const name = kind === "anonymous" ? "" : written(draft.name);
  const details = kind === "anonymous" ? "" : written(draft.details);
  return {
    receivedOn: draft.receivedOn,
    text: draft.text,
    reliability: draft.reliability,
    source: { kind, ...(name ? { name } : {}), ...(details ? { details } : {}) },
  };
}
