import type fr from "../fr/epoch.ts";

export default {
  title: "Epoch key",
  lead: "What is in the database opens with one key, the epoch key. When it changes, the old one is destroyed: backups made before open no more, and what was removed is not found in them any longer.",
  removed: "What was removed, in backups",
  nothing: "Nothing that was removed can be recovered from a backup of the database.",
  keys_one: "{{count}} key removed during epoch {{epoch}}",
  keys_other: "{{count}} keys removed during epoch {{epoch}}",
  limits: {
    "pkcs12-file":
      "This holds for backups of the database. Whoever also keeps an old copy of the file of keys, and its password, still opens them: after each change, replace that copy, do not add one.",
    pkcs11:
      "This holds as long as the module itself has kept no copy of keys that it destroyed: that is for whoever runs it to say.",
  },
  lost: "The copy of the key of epoch {{epoch}} in escrow ({{place}}) is lost, and nobody destroyed it: whoever finds it, and its password, still opens the backups of that epoch.",
  ending: "Epoch {{epoch}}, over since {{date}}, is not destroyed yet.",
  endings: {
    rotation: "It waits for the next change.",
    wrapping: "What remains moves under the new key, by itself.",
    escrow:
      "A copy of its key still lies in escrow, see below: connect the disk, and it is destroyed there. Certificates of erasure wait until then.",
    destruction:
      "Where it is kept, its key could not be destroyed yet: Lethe tries again by itself. If it goes on, tell whoever runs the service.",
  },
  now: "The current epoch",
  number: "Epoch",
  since: "Since",
  ends: "Next change",
  endsAt: "{{when}} at the latest ({{distance}}); sooner if an erasure waits for it",
  where: "Where the key is",
  stores: {
    "pkcs12-file": "in a file protected by a password (PKCS#12), outside the database and its backups",
    pkcs11: "in a file, sealed by a hardware security module (HSM, PKCS#11)",
  },
  rotate: "Change the epoch key now",
  rotateTitle: "Change the epoch key now?",
  rotateHelp:
    "A new key is made, files move under it, then the old one is destroyed, with its copies in escrow. Work goes on meanwhile.",
  rotateBackups:
    "Backups made until now will not open any more: make a new one right after. This cannot be undone.",
  rotateAction: "Change the key",
  unchanged: "What was done, if it was begun, is completed by itself: look at the current epoch.",
  cancel: "Cancel",
  begun: "Epoch {{epoch}} has begun.",
  done: "The old key is destroyed: what had been removed can no longer be recovered from any backup of the database.",
  notYet: "The old key is not destroyed yet: what it waits for is said above.",
  backUp: "Make a new backup now: those from before are of no use any more.",
  escrow: "Copies in escrow",
  escrowLead:
    "A copy of the current key, kept apart, saves losing everything with the original. It is destroyed before its epoch is.",
  noCopies:
    "No copy lies in escrow: to lose the epoch key would be to lose every file. The operators’ guide says how to have one kept.",
  place: "Place",
  epoch: "Epoch",
  state: "State",
  keptOn: "kept since {{when}}",
  notKept: "not kept yet: the place cannot be reached",
  toDestroy: "(to be destroyed)",
  lostOn: "said to be lost on {{when}}: nobody destroyed it",
  destroyedOn: "destroyed on {{when}}",
  destroyedCopies_one: "{{count}} copy destroyed",
  destroyedCopies_other: "{{count}} copies destroyed",
} satisfies typeof fr;
