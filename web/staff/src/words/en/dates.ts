import type fr from "../fr/dates.ts";

export default {
  format: "day/month/year",
  formatOrYear: "day/month/year, the year alone, or the age, like “about 38”",
  inYear: "in {{year}}",
  aboutYear: "year of birth {{year}} (about)",
  unreadableOrYear:
    "This date cannot be read. Write it like 03/12/1987 or 3 December 1987, or the year alone, like 1987, or the age, like “about 38”.",
  nobodysAge: "Nobody is of this age. Write an age from 1 to 130, the year of birth or the day.",
  unreadable: "This date cannot be read. Write it like 03/12/1987 or 3 December 1987.",
} satisfies typeof fr;
