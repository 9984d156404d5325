import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import { ProblemNotice } from "../page/Notice.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import { useMe } from "../shell/session.tsx";
import { fullName, shortNumber } from "./names.ts";
import { openFile } from "./register.ts";
import { usePerson } from "./usePerson.ts";

/** A person known to the service who has no open file: the way to open one. */
export function PersonPage() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { personId } = useParams({ from: "/persons/$personId" });
  const person = usePerson(personId);
  const opening = useMutation({
    mutationFn: () => openFile(personId, me.unit ?? ""),
    onSuccess: (fileId) => {
      cache.invalidateQueries({ queryKey: ["files"] });
      return navigate({ to: "/files/$fileId", params: { fileId } });
    },
  });

  if (person.isPending) {
    return <Waiting />;
  }
  if (!person.data) {
    return <ProblemPage problem={asProblem(person.error)} retry={() => person.refetch()} />;
  }
  const merged = person.data.mergedInto;
  if (merged && !merged.fileId) {
    return <Navigate to="/persons/$personId" params={{ personId: merged.personId }} replace />;
  }
  const fileId = merged?.fileId ?? person.data.fileId;
  if (fileId) {
    return <Navigate to="/files/$fileId" params={{ fileId }} replace />;
  }
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle windowTitle={t("person.windowTitle", { number: shortNumber(personId) })}>
          <span className="personal">{fullName(person.data)}</span>
        </PageTitle>
        <p>{t("person.withoutFile")}</p>
      </div>
      {opening.error && <ProblemNotice problem={asProblem(opening.error)} />}
      <div className={pageStyles.actions}>
        <Button onClick={() => opening.mutate()} loading={opening.isPending} disabled={!me.unit}>
          {t("person.openFile")}
        </Button>
        <Link to="/">{t("problem.backHome")}</Link>
      </div>
    </>
  );
}
