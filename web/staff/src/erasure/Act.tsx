import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { Erasure } from "../api/types.ts";
import { distance, inFull } from "../dates/days.ts";
import { useRotation } from "../epoch/useEpochs.ts";
import { Notice, ProblemNotice } from "../page/Notice.tsx";
import { announce } from "../shell/announcer.tsx";
import { useMe } from "../shell/session.tsx";
import { currentLanguage } from "../words/language.ts";
import styles from "./erasure.module.css";
import { LargeShare } from "./LargeShare.tsx";
import { RefusalForm } from "./RefusalForm.tsx";
import { RequestForm } from "./RequestForm.tsx";
import { dayOf, erasable, graceOver, remaining } from "./stages.ts";
import { TypedNumber } from "./TypedNumber.tsx";
import type { useStep } from "./useErasures.ts";

interface Props {
  erasure: Erasure;
  step: ReturnType<typeof useStep>;
}

/** The one thing to do, or to know, in the erasure's present state. */
export function Act({ erasure, step }: Props) {
  const { t } = useTranslation();
  switch (erasure.state) {
    case "previewed":
      return <RequestForm erasure={erasure} step={step} />;
    case "requested":
      return <Approve erasure={erasure} step={step} />;
    case "suspended":
      return <Grace erasure={erasure} step={step} />;
    case "removed":
    case "confirmed":
    case "destroyed":
      return (
        <Notice kind="info">
          <p>{t("erasure.follow.irreversible")}</p>
        </Notice>
      );
    case "pruned":
      return <RotateEpoch erasure={erasure} />;
    case "certified":
      return <Certified erasure={erasure} />;
    case "refused":
      return <Refused erasure={erasure} />;
    case "cancelled":
    case "expired":
      return (
        <Notice kind="info">
          <GivenBack erasure={erasure} />
        </Notice>
      );
  }
}

/** Nothing was erased, unless the run was called off in the middle: those already removed go on. */
function GivenBack({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation();
  const removed = erasure.progress?.removed ?? 0;
  if (removed > 0) {
    return <p>{t("erasure.stopKeysGone", { count: removed })}</p>;
  }
  return <p>{t(erasure.state === "expired" ? "erasure.expiredText" : "erasure.cancelledText")}</p>;
}

function Approve({ erasure, step }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  if (erasure.requestedBy?.id === me.id) {
    return (
      <section className={styles.act}>
        <h2>{t("erasure.approve.waiting")}</h2>
        <p>{t("erasure.approve.own")}</p>
      </section>
    );
  }
  return (
    <>
      <ToDecide erasure={erasure} step={step} />
      <RefusalForm erasure={erasure} step={step} />
    </>
  );
}

/** The approval, which suspends reading at once. */
function ToDecide({ erasure, step }: Props) {
  const { t } = useTranslation();
  return (
    <section className={styles.act}>
      <h2>{t("erasure.approve.title")}</h2>
      <p>{t("erasure.approve.text", { name: erasure.requestedBy?.name ?? "", count: erasable(erasure) })}</p>
      {erasure.share?.toConfirm ? (
        <TypedNumber
          id="confirmed-count"
          number={erasure.share.toConfirm}
          label={t("erasure.request.typeTogether", { count: erasure.share.toConfirm })}
          button={t("erasure.approve.button")}
          loading={step.isPending}
          onTyped={(confirmedCount) => step.mutate({ step: "approval", confirmedCount })}
        >
          <LargeShare share={erasure.share} own={erasable(erasure)} />
        </TypedNumber>
      ) : (
        <Button size="md" loading={step.isPending} onClick={() => step.mutate({ step: "approval" })}>
          {t("erasure.approve.button")}
        </Button>
      )}
    </section>
  );
}

/** Who did not approve it, when and why. */
function Refused({ erasure: { refused } }: { erasure: Erasure }) {
  const { t } = useTranslation();
  return (
    <Notice kind="info" title={t("erasure.states.refused")}>
      {refused && (
        <p>
          {t("erasure.refusal.told", {
            name: refused.by.name,
            date: inFull(dayOf(refused.at), currentLanguage()),
            reason: t(`erasure.refusal.reasons.${refused.reason}`),
          })}
        </p>
      )}
    </Notice>
  );
}

function Grace({ erasure, step }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const language = currentLanguage();
  const ends = erasure.graceEndsOn ? dayOf(erasure.graceEndsOn) : today;
  const over = graceOver(erasure.graceEndsOn, today);
  return (
    <section className={styles.act}>
      <h2>{t("erasure.grace.title")}</h2>
      {over ? (
        <>
          <p>{t("erasure.grace.over", { date: inFull(ends, language) })}</p>
          <p>
            <strong>{t("erasure.grace.executeText", { count: remaining(erasure) })}</strong>
          </p>
          <Button
            size="md"
            loading={step.isPending}
            disabled={erasure.paused}
            onClick={() => step.mutate({ step: "execution" })}
          >
            {t("erasure.grace.execute")}
          </Button>
        </>
      ) : (
        <>
          <p>
            {t("erasure.grace.until", {
              date: inFull(ends, language),
              distance: distance(today, ends, language),
            })}
          </p>
          {!erasure.paused && <p>{t("erasure.grace.executes")}</p>}
        </>
      )}
      {erasure.approvalExpiresAt && (
        <p className="quiet">
          {t("erasure.grace.expires", { date: inFull(dayOf(erasure.approvalExpiresAt), language) })}
        </p>
      )}
    </section>
  );
}

/** Once the epoch is over, a further one would destroy it no sooner: what it waits for is said below. */
function RotateEpoch({ erasure: { inBackups } }: { erasure: Erasure }) {
  const { t } = useTranslation();
  const rotation = useRotation();
  const waits = inBackups?.recoverable === true && inBackups.waitsFor !== "rotation";
  return (
    <section className={styles.act}>
      <h2>{t("erasure.epoch.title")}</h2>
      {rotation.error && <ProblemNotice problem={asProblem(rotation.error)} />}
      <p>{t(waits ? "erasure.epoch.waits" : "erasure.epoch.text")}</p>
      {!waits && (
        <Button
          size="md"
          loading={rotation.isPending}
          onClick={() => rotation.mutate(undefined, { onSuccess: () => announce(t("erasure.epoch.done")) })}
        >
          {t("erasure.epoch.button")}
        </Button>
      )}
    </section>
  );
}

function Certified({ erasure: { certificateId } }: { erasure: Erasure }) {
  const { t } = useTranslation();
  return (
    <section className={styles.act}>
      <h2>{t("erasure.certified.title")}</h2>
      <p>{t("erasure.certified.text")}</p>
      {certificateId && (
        <Link to="/certificates/$certificateId" params={{ certificateId }}>
          {t("erasure.certified.link")}
        </Link>
      )}
    </section>
  );
}
