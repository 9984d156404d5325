import type fr from "../fr/imports.ts";

export default {
  lead: "A CSV file of existing files. The trial reads each line and changes nothing; the import comes after, and can be run again without making duplicates.",
  file: "File",
  columns:
    "Columns: reference, familyName, givenName, birthDate, address, phone, email, householdType, openedOn, referent, contactDate, contactText, codes. Only reference and familyName are required.",
  choose: "Choose a CSV file",
  try: "Try",
  take_one: "Import {{count}} file",
  take_other: "Import {{count}} files",
  progress: "Progress",
  done: "{{done}} lines of {{rows}}",
  failed: "The import broke off",
  failedText:
    "What was imported stays. Start the import of the same file again: it goes on where it stopped.",
  ended: {
    dryRun: "The trial has ended. Nothing was recorded.",
    taken: "The import has ended.",
  },
  report: { dryRun: "Trial", taken: "Import" },
  created: { dryRun: "Would be created", taken: "Created" },
  already: "There already",
  refused: "Refused",
  errors: "Refused lines",
  line: "Line",
  column: "Column",
  what: "What is wrong",
} satisfies typeof fr;
