import type fr from "../fr/problem.ts";

export default {
  titles: {
    offline: "The network does not answer",
    unauthenticated: "The session has ended",
    forbidden: "This file is not open to your account",
    "not-found": "Not found",
    conflict: "Somebody changed this at the same time",
    "invalid-request": "Some information cannot be saved",
    suspended: "Reading suspended",
    erased: "File erased",
    "keys-unavailable": "Unreadable for now, nothing is lost",
    unexpected: "Lethe could not answer",
  },
  texts: {
    offline: "Nothing is lost: what you wrote stays on the screen. Try again when the network is back.",
    unauthenticated:
      "What you wrote stays on the screen. Sign in again in another tab, then come back here and try again.",
    forbidden: "This action belongs to another role or another unit.",
    "not-found": "The address may be incomplete, or what it named does not exist.",
    conflict: "Read the page again, then try again if it is still useful.",
    "invalid-request": "Correct what is pointed out, then try again.",
    suspended: "This file is being erased.",
    erased: "This file no longer exists.",
    "keys-unavailable":
      "The service that keeps the keys does not answer. The data is intact and will be readable again by itself.",
    unexpected: "Nothing was changed, and what you wrote stays on the screen. Try again in a moment.",
  },
  keptBelow: "What you wrote is still below.",
  retry: "Try again",
  signInAgain: "Sign in again in another tab",
  backHome: "Back to the home page",
  summary: "To correct before saving",
  loading: "Loading…",
  slow: "This takes longer than usual. Nothing is lost.",
  reference: "Reference: {{code}}",
} satisfies typeof fr;
