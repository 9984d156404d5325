import { answered, client } from "../api/client.ts";

/** Knows whose texts this tab holds: after a session ended, they go nowhere until the same person has signed in again. */
let owner: string | undefined;

export function textsBelongTo(id: string): void {
  owner ??= id;
}

export async function isStillTheSamePerson(): Promise<boolean> {
  try {
    const me = await answered(client.GET("/api/cases/me"));
    if (owner && me.id !== owner) {
      // Somebody else works here now: nothing of the other is shown to them.
      window.location.assign("/");
      return false;
    }
    return true;
  } catch {
    return false;
  }
}
