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
  leave: {
    title: "Leave without saving?",
    text: "What you typed here is kept nowhere. It is lost if you leave.",
    stay: "Go on typing",
    go: "Leave without saving",
  },
  kept: {
    at: "Draft kept at {{time}}, for 72 hours.",
    here: {
      offline:
        "No network: the draft is kept on this workstation, encrypted. Go on writing; saving waits until the network is back.",
      away: "The service does not answer: the draft is kept on this workstation, encrypted. Go on writing.",
      refused:
        "The draft is kept on this workstation only: your account can no longer write in this file. Copy the text if it belongs elsewhere.",
    },
    nowhere: {
      offline:
        "No network, and this workstation cannot keep drafts: leave this page open until the network is back.",
      away: "The service does not answer, and this workstation cannot keep drafts: leave this page open.",
      refused:
        "This text is kept nowhere: your account can no longer write in this file. Copy it before you close the page.",
    },
  },
  signedOut: {
    title: "Your session has ended",
    text: "Nothing is lost: the draft waits on this workstation, encrypted. Sign in again and you will find the text, and the place where you were writing.",
    elsewhere:
      "The text waits on this page: do not close it. Sign in again in another tab, then come back here.",
    here: "Sign in and go on here",
  },
  resume: {
    title: "Drafts to go on with",
    contact: "Contact begun",
    correction: "Correction begun",
    assessment: "Assessment begun",
    referral: "Referral begun",
    "third-party": "Third-party information begun",
    file: "file {{number}}",
    kept: "kept until {{moment}}",
  },
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
