import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import styles from "../erasure/erasure.module.css";
import { PageTitle } from "../page/PageTitle.tsx";
import { ProblemPage } from "../page/ProblemPage.tsx";
import pageStyles from "../page/page.module.css";
import { useOpening } from "../page/useOpening.ts";
import { Waiting } from "../page/Waiting.tsx";
import { useHasRole } from "../shell/session.tsx";
import type { Doing } from "./doing.ts";
import { HoldTable } from "./HoldTable.tsx";
import { PastHolds } from "./PastHolds.tsx";
import { PlaceForm } from "./PlaceForm.tsx";
import { ReassessForm } from "./ReassessForm.tsx";
import { ReleaseForm } from "./ReleaseForm.tsx";
import { useHolds } from "./useHolds.ts";

/** Suspensions d'élimination: what may not be erased for now, what is to be looked at again first. */
export function HoldsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { person, released = false } = useSearch({ from: "/holds" });
  const decides = useHasRole("retention-admin", "dpo");
  const holds = useHolds(false);
  const placing = useRef<HTMLButtonElement>(null);
  const start: Doing = person && decides ? { act: "place" } : undefined;
  const { open, setOpen, close } = useOpening<Doing>(undefined, start, () => placing.current);
  if (holds.isPending) {
    return <Waiting />;
  }
  if (!holds.data) {
    return <ProblemPage problem={asProblem(holds.error)} retry={() => holds.refetch()} />;
  }
  return (
    <>
      <div className={pageStyles.heading}>
        <PageTitle>{t("hold.title")}</PageTitle>
        <p>{t("hold.lead")}</p>
      </div>
      <section className={styles.section} aria-labelledby="holds-in-force">
        <h2 id="holds-in-force">{t("hold.inForce")}</h2>
        {decides && (
          <Button
            ref={placing}
            mt="sm"
            aria-expanded={open?.act === "place"}
            onClick={() => setOpen({ act: "place" })}
          >
            {t("hold.place")}
          </Button>
        )}
        {open?.act === "place" && <PlaceForm person={person ?? ""} onClose={close} />}
        {open?.act === "reassess" && <ReassessForm key={open.hold.holdId} hold={open.hold} onClose={close} />}
        {open?.act === "release" && <ReleaseForm key={open.hold.holdId} hold={open.hold} onClose={close} />}
        {holds.data.items.length === 0 ? (
          <p>{t("hold.none")}</p>
        ) : (
          <HoldTable holds={holds.data.items} {...(decides && { onAct: setOpen })} />
        )}
      </section>
      <PastHolds
        shown={released}
        onShow={() => navigate({ to: "/holds", search: { released: true }, replace: true })}
      />
    </>
  );
}
