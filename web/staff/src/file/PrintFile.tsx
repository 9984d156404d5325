import { IconPrinter } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { asProblem, type Problem } from "../api/problem.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { announce } from "../shell/announcer.tsx";
import { useOffer } from "../shell/commands.tsx";
import { useOpenedFile } from "./opened.ts";
import { ReadingOnLine } from "./ReadingOnLine.tsx";
import { useReadOn } from "./useReadingOn.ts";

/** Prints the file; the access journal notes it first, however the printing was asked for. */
export function PrintFile({ fileId }: { fileId: string }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem>();
  const noted = useRef(false);
  const unread = Boolean(useOpenedFile().next);
  const { until, waiter } = useReadOn();
  const latest = useRef(print);
  latest.current = print;

  useEffect(() => {
    const before = () => {
      if (!noted.current) {
        note(fileId).catch(() => undefined);
      }
    };
    const after = () => {
      noted.current = false;
    };
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, [fileId]);

  /** On paper everything stands: what was not read yet is read first, and whoever stops that prints nothing. */
  async function print() {
    setProblem(undefined);
    try {
      if (!(await until(() => false, "print"))) {
        announce(t("file.notPrintedYet"));
        return;
      }
      await note(fileId);
      noted.current = true;
      window.print();
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  useEffect(() => {
    if (!unread) {
      return;
    }
    // The browser's own printing waits for nothing.
    const insteadOfTheBrowser = (event: KeyboardEvent) => {
      if (
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        !event.shiftKey &&
        event.key.toLowerCase() === "p"
      ) {
        event.preventDefault();
        latest.current();
      }
    };
    window.addEventListener("keydown", insteadOfTheBrowser);
    return () => window.removeEventListener("keydown", insteadOfTheBrowser);
  }, [unread]);

  useOffer([{ id: "print", label: t("file.print"), scope: "page", inPalette: true, run: print }]);

  return (
    <div className="screen-only">
      {problem && <ProblemNotice problem={problem} title={t("file.notPrinted")} />}
      <button type="button" className={pageStyles.link} onClick={print}>
        <IconPrinter size={18} aria-hidden className="icon" />
        {t("file.print")}
      </button>
      {waiter === "print" && <ReadingOnLine />}
    </div>
  );
}

function note(fileId: string): Promise<object> {
  return answered(
    client.POST("/api/cases/files/{fileId}/prints", { params: { path: { fileId } }, body: {} }),
  );
}
