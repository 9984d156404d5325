import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import { PageTitle } from "./PageTitle.tsx";
import { useProblemWords } from "./problemWords.ts";
import { SignInAgain } from "./SignInAgain.tsx";

/** A page that could not be shown: what happened, what was kept, what to do. */
export function ProblemPage({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const { t } = useTranslation();
  const words = useProblemWords(problem);
  return (
    <div>
      <PageTitle>{words.title}</PageTitle>
      <p>{words.text}</p>
      {problem.reference && <p className="quiet">{t("problem.reference", { code: problem.reference })}</p>}
      {problem.status === 401 && <SignInAgain />}
      {retry && problem.passing && (
        <Button variant="default" onClick={retry} leftSection={<IconRefresh size={18} aria-hidden />}>
          {t("problem.retry")}
        </Button>
      )}
    </div>
  );
}
