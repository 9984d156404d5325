import type fr from "../fr/access.ts";

export default {
  refused: {
    otherUnit: {
      title: "This file is with another unit",
      text: "Your account does not open it in everyday work.",
    },
    excluded: {
      title: "This file is not open to you",
      text: "It was decided that you do not read it. That is no reproach: it protects you as much as the person.",
    },
    restricted: {
      title: "This file is kept to a few colleagues",
      text: "Only those who were named may read it.",
    },
  },
  ask: "Ask {{name}}.",
  yourLead: "your lead",
  referentIs: "Key worker: {{name}}.",
  told: {
    referent: "the file’s key worker",
    lead: "the unit’s lead",
    dpo: "the data-protection officer",
  },
  noWayIn: "Exceptional access is not possible for this file.",
  exceptional: {
    title: "Exceptional access",
    lead: "If you have to read this file now, say why. Access lasts eight hours, {{name}} is told, and the access journal keeps it.",
    reason: "Reason",
    reasons: {
      emergency: "Emergency",
      replacement: "Standing in for a colleague",
      "shared-visit": "Joint visit or interview",
      other: "Another reason",
    },
    text: "In one sentence",
    textHelp: "The person will be able to read this sentence, as will {{name}}.",
    open: "Open the file",
    reasonMissing: "Choose a reason.",
    textMissing: "Write why, in one sentence.",
  },
  onMyFiles: "Exceptional access to look at",
  toldOf: "Told: {{who}}.",
  seen: "It has been taken note of.",
  opened: "{{name}} opened, on {{when}},",
  somebody: "a member of staff",
  colon: ": ",
  takeNote: "I have taken note",
  allLead: "Each time a file was opened by somebody who does not ordinarily read it, newest first.",
  none: "No exceptional access.",
  readers: {
    page: "Who read it",
    title: "Who has read this file",
    lead: "Each reading is noted for a year. The person may ask for this list.",
    statement: "Statement for the person (PDF)",
    unexpected: "Exceptional accesses and other units",
    expected: "Readings by the unit",
    unread: "The list of readings could not be read",
    times_one: "once",
    times_other: "{{count}} times",
    exceptional: "Exceptional access, {{reason}}",
  },
} satisfies typeof fr;
