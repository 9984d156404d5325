import type fr from "../fr/contact.ts";

export default {
  date: "Date",
  text: "What was said, what was done",
  textMissing: "Write at least one word.",
  dateMissing: "Give the date of the contact.",
  dateAhead: "The date of the contact cannot be in the future.",
  corrected: "corrected",
  erasedText: "Text erased: its key is destroyed, nobody can read it any more.",
  erasedCodes: "Codes erased.",
  codes: {
    title: "Codes",
    help: "Optional: search a word of the catalogue.",
    placeholder: "rent, budget, custody…",
    none: "No code matches.",
  },
} satisfies typeof fr;
