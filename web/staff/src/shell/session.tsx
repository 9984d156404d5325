import { queryOptions, useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import { answered, client, csrfToken } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import type { Me, Role } from "../api/types.ts";
import { textsBelongTo } from "../draft/owner.ts";
import { ProblemPage } from "../page/ProblemPage.tsx";
import { Waiting } from "../page/Waiting.tsx";
import { SignIn } from "./SignIn.tsx";

/** Knows who is signed in; without a session, shows the way in. */
const Session = createContext<Me | null>(null);

/** Who is signed in. */
export const whoIsSignedIn = queryOptions({
  queryKey: ["me"],
  queryFn: () => answered(client.GET("/api/cases/me")),
  staleTime: 60_000,
});

export function SessionGate({ children }: { children: ReactNode }) {
  const me = useQuery(whoIsSignedIn);
  if (me.data) {
    textsBelongTo(me.data.id);
    return <Session.Provider value={me.data}>{children}</Session.Provider>;
  }
  if (me.error) {
    const problem = asProblem(me.error);
    return problem.status === 401 ? (
      <SignIn />
    ) : (
      <main>
        <ProblemPage problem={problem} retry={() => me.refetch()} />
      </main>
    );
  }
  return (
    <main>
      <Waiting />
    </main>
  );
}

export function useMe(): Me {
  const me = useContext(Session);
  if (!me) {
    throw new Error("no session here");
  }
  return me;
}

/** Whether the one signed in has one of the roles. */
export function useHasRole(...roles: Role[]): boolean {
  return useMe().roles.some((role) => roles.includes(role));
}

export async function signOut(): Promise<void> {
  const response = await fetch("/logout", {
    method: "POST",
    headers: { "X-XSRF-TOKEN": csrfToken() },
    redirect: "manual",
  });
  window.location.assign(response.headers.get("Location") ?? "/");
}
