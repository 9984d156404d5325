import type fr from "../fr/home.ts";

export default {
  title: "{{unit}}: files by deadline",
  late: "Past their deadline",
  lateText: "These files will be proposed for erasure. A new contact moves the deadline.",
  due: "Due within two months",
  dueText: "Without a new contact until then, these files will be proposed for erasure.",
  later: "Later",
  undated: "Deadline being computed",
  person: "Person",
  lastContact: "Last contact",
  contacts: "Contacts",
  keptUntil: "Kept until",
  suspended: "reading suspended",
  none: "none",
  shown_one: "{{shown}} file shown of {{count}}",
  shown_other: "{{shown}} files shown of {{count}}",
  more: "Show more",
  empty: "Your unit has no file yet.",
  emptyAction: "Register a first person",
} satisfies typeof fr;
