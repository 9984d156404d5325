import type { Information } from "../api/reported.ts";
import { nearness } from "../dates/days.ts";

/** Understands what a piece of information still asks for: telling the person, looking at it again, or nothing. */
export interface Standing {
  notice: "due" | "late" | "given" | "excepted" | "none";
  review: "none" | "later" | "due" | "late";
  /** Whether somebody may still note that the person was told. */
  mayTell: boolean;
  mayExcept: boolean;
  mayReview: boolean;
}

const NOTHING: Standing = {
  notice: "none",
  review: "none",
  mayTell: false,
  mayExcept: false,
  mayReview: false,
};

export function standingOf(information: Information, today: string): Standing {
  if (information.state === "erased") {
    return NOTHING;
  }
  const notice = information.notice.state;
  const undecided = information.state !== "dismissed";
  return {
    notice,
    review: undecided && information.nextReviewOn ? nearness(information.nextReviewOn, today) : "none",
    mayTell: notice !== "given",
    mayExcept: notice === "due" || notice === "late",
    mayReview: undecided,
  };
}

/** The one thing worth saying beside the date: what is late, or that it was dismissed. What is due is said below. */
export type Mark = "noticeLate" | "reviewLate" | "dismissed";

export function markOf({ notice, review }: Standing, state: Information["state"]): Mark | undefined {
  if (notice === "late") {
    return "noticeLate";
  }
  if (review === "late") {
    return "reviewLate";
  }
  return state === "dismissed" ? "dismissed" : undefined;
}
