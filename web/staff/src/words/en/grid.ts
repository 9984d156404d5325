import type fr from "../fr/grid.ts";

export default {
  title: "Yearly grid {{year}}",
  lead: "Nobody typed anything for it: it is written from the contacts. Past years do not move when a file is erased.",
  year: "Year",
  unit: "Unit",
  allUnits: "All",
  download: "Download (CSV)",
  print: "Print",
  whole: "Whole",
  persons: "Persons received",
  households: "Households received",
  information: "Information received from third parties",
  problems: "Problem areas",
  interventions: "Interventions",
  area: "Theme",
  paper: "on paper",
  paperHelp: "A unit “on paper” has no figures in Lethe yet: its cells stay empty.",
  noFigure: "no figure",
  secret: "secret",
  secretHelp:
    "“secret”: below {{threshold}}, which might point at somebody, or a number from which one so small could be computed.",
  caption: "Number by theme and unit in {{year}}",
  empty: "No contact is recorded for {{year}}.",
} satisfies typeof fr;
