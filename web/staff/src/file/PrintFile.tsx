import { IconPrinter } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { asProblem, type Problem } from "../api/problem.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { useOffer } from "../shell/commands.tsx";

/** Prints the file; the access journal notes it first, however the printing was asked for. */
export function PrintFile({ fileId }: { fileId: string }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem>();
  const noted = useRef(false);

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

  async function print() {
    setProblem(undefined);
    try {
      await note(fileId);
      noted.current = true;
      window.print();
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  useOffer([{ id: "print", label: t("file.print"), scope: "page", inPalette: true, run: print }]);

  return (
    <div className="screen-only">
      {problem && <ProblemNotice problem={problem} title={t("file.notPrinted")} />}
      <button type="button" className={pageStyles.link} onClick={print}>
        <IconPrinter size={18} aria-hidden className="icon" />
        {t("file.print")}
      </button>
    </div>
  );
}

function note(fileId: string): Promise<object> {
  return answered(
    client.POST("/api/cases/files/{fileId}/prints", { params: { path: { fileId } }, body: {} }),
  );
}
