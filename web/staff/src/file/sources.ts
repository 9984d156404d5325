import { assessments } from "../assessment/assessments.tsx";
import { contacts } from "../contact/contacts.tsx";
import { referrals } from "../referral/referrals.tsx";
import { thirdParties } from "../reported/thirdParties.tsx";
import type { Source } from "./entries.ts";

/** Every kind of entry of the timeline, in the order in which their buttons stand. */
export const sources: readonly Source[] = [contacts, thirdParties, assessments, referrals];
