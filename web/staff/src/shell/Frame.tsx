import { useMantineColorScheme } from "@mantine/core";
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { useCaseUnits } from "../home/units.ts";
import { arrive, focusTitle, settleFocus } from "../page/arrival.ts";
import { keepFocus } from "../page/keptFocus.ts";
import { LeaveQuestion } from "../page/LeaveQuestion.tsx";
import { Waiting } from "../page/Waiting.tsx";
import { useOffer } from "./commands.tsx";
import { MaskNote } from "./MaskNote.tsx";
import { toggleMask } from "./preferences.ts";
import { Rail } from "./Rail.tsx";
import { addresses, screensOf } from "./roles.ts";
import { useMe } from "./session.tsx";
import styles from "./shell.module.css";
import { NOTHING_TYPED, type TypedAhead, typeAhead } from "./typedAhead.ts";

/** Once fetched, it is shown in the same moment as its key is pressed: no letter typed after Ctrl+K goes astray. */
let fetchedPalette: ComponentType<{ typed: TypedAhead; onClose: () => void }> | undefined;
const loadPalette = async () => {
  const loaded = await import("../search/Palette.tsx");
  fetchedPalette = loaded.Palette;
  return loaded;
};
const loadKeyList = () => import("./KeyList.tsx");
const KeyList = lazy(async () => ({ default: (await loadKeyList()).KeyList }));

/** What is a key away is fetched as soon as the page is at rest: nobody waits for it, and a cut network does not matter. */
function useAtHand(reads: boolean) {
  useEffect(() => {
    const fetchAll = () => {
      loadPalette();
      loadKeyList();
      if (reads) {
        import("../file/FilePage.tsx");
        import("../file/FileLayout.tsx");
        import("../draft/keys.ts").then(({ draftKeys }) => draftKeys().catch(() => undefined));
      }
    };
    const soon = setTimeout(fetchAll, 1_000);
    return () => clearTimeout(soon);
  }, [reads]);
}

/** How long a dialog may take to give the focus back. */
const FOCUS_RETURNS_MS = 200;

/** The frame of every page: rail at the left, one page at the right, palette and list of keys over it. */
export function Frame() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const { colorScheme, toggleColorScheme } = useDarkScheme();
  const Palette = fetchedPalette;
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const address = useRouterState({ select: (state) => state.location.pathname });
  const unit = useCaseUnits().label(me.unit);

  function showPalette(ahead: TypedAhead) {
    flushSync(() => {
      setTyped(ahead);
      setOpen("palette");
    });
  }

  /** Not fetched yet, it shows what was typed meanwhile; away with the network, it stays away. */
  function openPalette() {
    if (fetchedPalette) {
      showPalette(NOTHING_TYPED);
    } else {
      const stop = typeAhead();
      loadPalette().then(
        () => {
          const ahead = stop();
          if (ahead) {
            showPalette(ahead);
          }
        },
        () => stop(),
      );
    }
  }

  /** Whoever chose the page in view stands at its title again, and not nowhere. */
  function closePalette() {
    setOpen(null);
    setTimeout(focusTitle, FOCUS_RETURNS_MS);
  }

  useOffer([
    ...screensOf(me.roles).map((screen) => ({
      id: `go-${screen}`,
      label: t(`shell.${screen}`),
      scope: "everywhere" as const,
      inPalette: true,
      run: () => navigate({ to: addresses[screen] }),
    })),
    {
      id: "palette",
      label: t("shell.shortcuts.palette"),
      press: "mod+k",
      scope: "everywhere",
      run: openPalette,
    },
    {
      id: "mask",
      label: t("shell.shortcuts.mask"),
      press: "F8",
      scope: "everywhere",
      inPalette: true,
      run: toggleMask,
    },
    {
      id: "keys",
      label: t("shell.keys"),
      press: "?",
      scope: "everywhere",
      inPalette: true,
      run: () => setOpen("keys"),
    },
    {
      id: "scheme",
      label: t(colorScheme === "dark" ? "shell.lightScheme" : "shell.darkScheme"),
      scope: "everywhere",
      inPalette: true,
      run: toggleColorScheme,
    },
  ]);

  useArrivalOn(address);
  useEffect(() => keepFocus(document), []);
  useAtHand(me.roles.includes("worker"));

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#page">
        {t("shell.skip")}
      </a>
      <Rail
        unitLabel={unit}
        onSearch={openPalette}
        onKeys={() => setOpen("keys")}
        dark={colorScheme === "dark"}
        onScheme={toggleColorScheme}
      />
      <main id="page" tabIndex={-1} className={styles.main}>
        <MaskNote />
        <div className={styles.page}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </div>
      </main>
      <LeaveQuestion />
      <Suspense>
        {open === "palette" && Palette && <Palette typed={typed} onClose={closePalette} />}
        {open === "keys" && <KeyList onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  );
}

/** The next title takes the focus whenever the address changes, but not on the first page. */
function useArrivalOn(address: string) {
  const [last, setLast] = useState(address);
  if (address !== last) {
    setLast(address);
    arrive();
  }
  useEffect(() => {
    if (address) {
      window.scrollTo(0, 0);
    }
    const settled = setTimeout(settleFocus, 100);
    return () => clearTimeout(settled);
  }, [address]);
}

function useDarkScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark =
    colorScheme === "dark" ||
    (colorScheme === "auto" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  return {
    colorScheme: dark ? ("dark" as const) : ("light" as const),
    toggleColorScheme: () => setColorScheme(dark ? "light" : "dark"),
  };
}
