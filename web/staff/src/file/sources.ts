import { contacts } from "../contact/contacts.tsx";
import { thirdParties } from "../thirdParty/thirdParties.tsx";
import type { Source } from "./entries.ts";

/** Every kind of entry of the timeline, in the order in which their buttons stand. */
export const sources: readonly Source[] = [contacts, thirdParties];
