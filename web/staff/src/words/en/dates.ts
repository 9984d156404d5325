import type fr from "../fr/dates.ts";

export default {
  format: "day/month/year",
  unreadable: "This date cannot be read. Write it like 03/12/1987 or 3 December 1987.",
} satisfies typeof fr;
