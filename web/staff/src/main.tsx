import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "./theme/mantine.css";
import "./theme/base.css";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Problem } from "./api/problem.ts";
import { router } from "./routes.tsx";
import { LiveRegion } from "./shell/announcer.tsx";
import { CommandsProvider } from "./shell/commands.tsx";
import { SessionGate, whoIsSignedIn } from "./shell/session.tsx";
import { theme, variables } from "./theme/theme.ts";
import { startLanguage, withWords } from "./words/language.ts";

/** The strict content security policy lets only styles with this page's nonce in. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
setNonce(nonce);

/** Answers are kept in memory only, and never outlive the tab. */
const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Without network, a page says so instead of waiting for it in silence; it is read as soon as the network is back.
      networkMode: "always",
      refetchOnReconnect: true,
      // A refusal stays in view: reading it again would take the page from under the reader.
      refetchOnWindowFocus: (query) => query.state.status !== "error",
      retry: (times, error) => error instanceof Problem && error.status === 0 && times < 2,
    },
    mutations: { networkMode: "always" },
  },
});

const scheme = localStorageColorSchemeManager({ key: "lethe.scheme" });

/** Anybody checks a certificate: nobody is asked who they are, and nothing is asked of any service. */
const checksCertificates = /^\/verify\/?$/.test(window.location.pathname);
if (!checksCertificates) {
  // Asked at once: the answer arrives with the words, and not after them.
  cache.prefetchQuery(whoIsSignedIn);
}
await startLanguage();
const VerifyPage = checksCertificates
  ? await withWords(["verify"], () => import("./verify/VerifyPage.tsx"))().then((loaded) => loaded.VerifyPage)
  : undefined;

const place = document.getElementById("root");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        getStyleNonce={() => nonce}
        colorSchemeManager={scheme}
        defaultColorScheme="auto"
      >
        <QueryClientProvider client={cache}>
          <LiveRegion />
          {VerifyPage ? (
            <VerifyPage />
          ) : (
            <CommandsProvider>
              <SessionGate>
                <RouterProvider router={router} />
              </SessionGate>
            </CommandsProvider>
          )}
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
