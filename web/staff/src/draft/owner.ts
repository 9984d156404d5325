import { answered, client } from "../api/client.ts";

/** Knows whose texts this tab holds: after a session ended, they go nowhere until the same person has signed in again. */
let owner: string | undefined;

export function textsBelongTo(id: string): void {
  owner ??= id;
}

export async function isStillTheSamePerson(): Promise<boolean> {
  const me = await whoIsHere();
  return me !== undefined && !isAnother(me);
}

/** Whether it is known that somebody else has signed in: whoever is signed out may still come back. */
export async function isSomebodyElse(): Promise<boolean> {
  const me = await whoIsHere();
  return me !== undefined && isAnother(me);
}

async function whoIsHere(): Promise<string | undefined> {
  try {
    return (await answered(client.GET("/api/cases/me"))).id;
  } catch {
    return undefined;
  }
}

function isAnother(me: string): boolean {
  if (!owner || me === owner) {
    return false;
  }
  // Somebody else works here now: nothing of the other is shown to them.
  window.location.assign("/");
  return true;
}
