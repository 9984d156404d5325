import type fr from "../fr/person.ts";

export default {
  newTitle: "New person",
  newLead:
    "Write the name first: if it is near that of a person your unit already knows, they appear beside it.",
  familyName: "Family name",
  familyNameHelp: "The only information needed.",
  givenName: "Given name",
  more: "Optional",
  moreHelp: "Only what serves the support.",
  birthDate: "Date of birth",
  phone: "Telephone",
  email: "E-mail",
  address: "Address",
  householdType: "Household",
  households: {
    none: "Not given",
    alone: "Living alone",
    couple: "Couple without children",
    "single-parent": "Single parent",
    "couple-with-children": "Couple with children",
    other: "Other",
  },
  create: "Register and open the file",
  creating: "Saving…",
  retention: "Without follow-up, the file is proposed for erasure one year after the last contact.",
  near: "Persons already known, with a near name",
  nearNone: "No near name so far.",
  nearWaiting: "Near names appear here as you type.",
  nameMissing: "Write a family name.",
  created: "Person registered, file opened.",
  halfWay:
    "The person is registered, but their file is not open yet. Try again: they will not be registered twice.",
  noUnit: "Your account belongs to no unit: the file cannot be opened.",
  withoutFile: "This person has no open file.",
  openFile: "Open a file",
} satisfies typeof fr;
