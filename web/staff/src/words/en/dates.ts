import type fr from "../fr/dates.ts";

export default {
  format: "day/month/year",
  formatOrYear: "day/month/year, or the year alone",
  inYear: "in {{year}}",
  unreadableOrYear:
    "This date cannot be read. Write it like 03/12/1987 or 3 December 1987, or the year alone, like 1987.",
  unreadable: "This date cannot be read. Write it like 03/12/1987 or 3 December 1987.",
} satisfies typeof fr;
