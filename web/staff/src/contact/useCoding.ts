import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { answered, client } from "../api/client.ts";
import { asProblem, type Problem } from "../api/problem.ts";
import type { Contact } from "../api/types.ts";
import { announce } from "../shell/announcer.tsx";

/**
 * The codes of a contact, saved as they are chosen, one choice after the other. Each says which choice it takes the place of:
 * when somebody else made another one meanwhile, nothing is overwritten, and what was chosen here waits to be compared.
 */
export function useCoding(fileId: string, contact: Pick<Contact, "contactId" | "codingId" | "codes">) {
  const cache = useQueryClient();
  const [codes, setCodes] = useState(contact.codes ?? []);
  const [problem, setProblem] = useState<Problem>();
  const [overtaken, setOvertaken] = useState<string[]>();
  const saved = useRef(codes);
  const read = useRef(contact.codingId);
  const turn = useRef(Promise.resolve());
  const stopped = useRef(false);

  function choose(next: string[], said: string) {
    setCodes(next);
    setProblem(undefined);
    turn.current = turn.current.then(() => save(next, said));
    return turn.current;
  }

  async function save(next: string[], said: string) {
    if (stopped.current) {
      setOvertaken(next);
      return;
    }
    try {
      const { codingId } = await answered(
        client.PUT("/api/cases/files/{fileId}/contacts/{contactId}/codes", {
          params: { path: { fileId, contactId: contact.contactId } },
          body: { codingId: read.current, codes: next },
        }),
      );
      read.current = codingId;
      saved.current = next;
      announce(said);
    } catch (error) {
      const refusal = asProblem(error);
      if (refusal.code === "edited-meanwhile") {
        stopped.current = true;
        setOvertaken(next);
      } else {
        setCodes(saved.current);
        setProblem(refusal);
        return;
      }
    }
    await cache.invalidateQueries({ queryKey: ["file", fileId] });
  }

  const theirs = contact.codingId === read.current ? undefined : (contact.codes ?? []);

  /** Goes on from what is in force by now, which was shown. */
  function settle(next: string[], said: string) {
    read.current = contact.codingId;
    saved.current = contact.codes ?? [];
    stopped.current = false;
    setOvertaken(undefined);
    if (next === theirs) {
      setCodes(next);
      announce(said);
    } else {
      choose(next, said);
    }
  }

  return { codes, problem, choose, both: overtaken && { theirs, mine: overtaken }, settle };
}
