import type fr from "../fr/draft.ts";

export default {
  save: "Save",
  close: "Close, keep the text",
  discard: "Delete this text",
  discarded: "Text deleted.",
  undo: "Undo",
  saving: "saving…",
  waiting: "No network: saving waits, nothing is lost.",
  back: "The text is back below, as you wrote it.",
  takeBack: "Take that text back",
  takeBackSent: "Take this text back without waiting",
  saved: {
    contact: "Contact saved.",
    correction: "Correction saved.",
    assessment: "Assessment saved.",
    referral: "Referral saved.",
    "third-party": "Information saved.",
  },
  notSaved: {
    contact: "The contact is not saved. Its text is back where you wrote it.",
    correction: "The correction is not saved. Its text is back where you wrote it.",
    assessment: "The assessment is not saved. Its text is back where you wrote it.",
    referral: "The referral is not saved. Its text is back where you wrote it.",
    "third-party": "The information is not saved. Its text is back where you wrote it.",
  },
  refused: {
    contact: "This contact is not saved",
    correction: "This correction is not saved",
    assessment: "This assessment is not saved",
    referral: "This referral is not saved",
    "third-party": "This information is not saved",
  },
  waitingText: {
    contact: "Another contact was not saved: its text is kept.",
    correction: "Another correction was not saved: its text is kept.",
    assessment: "Another assessment was not saved: its text is kept.",
    referral: "Another referral was not saved: its text is kept.",
    "third-party": "Other information was not saved: its text is kept.",
  },
} satisfies typeof fr;
