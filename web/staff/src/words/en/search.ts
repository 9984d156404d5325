import type fr from "../fr/search.ts";

export default {
  title: "Search a person or a command",
  placeholder: "A name, even approximate…",
  commandsOnly: "A command…",
  hint: "Spelling, accents and the order of names do not matter. A date or a year of birth helps.",
  persons: "Persons",
  alike: "Similar names",
  waiting: "Searching…",
  commands: "Commands",
  born: "born {{date}}",
  lastContact: "last contact {{date}}",
  noContact: "no contact",
  noFile: "no file",
  nothing: "Nobody in your unit matches.",
  more: "There are others. Add a given name or a date of birth to see them.",
  register: "Register a new person",
  count_zero: "Nobody found",
  count_one: "{{count}} person found",
  count_other: "{{count}} persons found",
} satisfies typeof fr;
