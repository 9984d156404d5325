import { useState } from "react";
import { asProblem } from "./problem.ts";

/** What is sent again under the same key is recorded once. */
export interface Under {
  headers: { "Idempotency-Key": string };
}

export function under(key: string): Under {
  return { headers: { "Idempotency-Key": key } };
}

type Once = <R>(send: (under: Under) => Promise<R>) => Promise<R>;

/**
 * Sends what a form records under one key, however often it is sent (twice in one click, again after no answer came, again
 * after the session ended), until it is recorded, or until something else turns out to be recorded under it.
 */
export function useSentOnce(): Once {
  const [once] = useState(sentOnce);
  return once;
}

export function sentOnce(): Once {
  let key = crypto.randomUUID();
  return async (send) => {
    const sentUnder = key;
    const another = () => {
      // Of two that were sent at once the first to end has changed it already.
      key = key === sentUnder ? crypto.randomUUID() : key;
    };
    try {
      const answer = await send(under(sentUnder));
      another();
      return answer;
    } catch (error) {
      if (asProblem(error).code === "key-used") {
        another();
      }
      throw error;
    }
  };
}
