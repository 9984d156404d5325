interface Part {
  id: string;
  to: string;
  shown: "above" | "aside";
  /** The letter that leads there. */
  press?: string;
}

/** The parts of a file and where each stands; some are about the person, and stand in the narrow column. */
export const parts = [
  { id: "contacts", to: "/files/$fileId", shown: "above" },
  { id: "household", to: "/files/$fileId/household", shown: "above" },
  { id: "consents", to: "/files/$fileId/consents", shown: "above" },
  { id: "readers", to: "/files/$fileId/readers", shown: "above", press: "l" },
  { id: "identity", to: "/files/$fileId/identity", shown: "aside" },
  { id: "merge", to: "/files/$fileId/merge", shown: "aside" },
  { id: "copy", to: "/files/$fileId/copy", shown: "aside" },
  { id: "closing", to: "/files/$fileId/closing", shown: "aside" },
] as const satisfies readonly Part[];

/** Those shown to somebody: what is done about the person is not for an exceptional access. */
export function shownParts(exceptional: boolean) {
  return parts.filter((part) => !exceptional || part.shown === "above");
}
