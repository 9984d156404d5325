import type { Named } from "../api/types.ts";

/** Understands how a person is named on the screen: given name, then family name in capitals, as files do. One order on all pages. */

/** Said of somebody whose name cannot be read. */
const NAMELESS = "—";

export function fullName({ familyName, givenName }: Named): string {
  if (!familyName) {
    return NAMELESS;
  }
  const family = familyName.toLocaleUpperCase("fr");
  return givenName ? `${givenName} ${family}` : family;
}

/** A file's number as people quote it: the first eight signs of its id. */
export function shortNumber(id: string): string {
  return id.slice(0, 8);
}
