import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Erasure, Held, Preview, Share } from "../api/types.ts";
import { shortNumber } from "../person/names.ts";
import styles from "./erasure.module.css";
import { usePercent } from "./percent.ts";

const PAGE = 50;

/** What would be, or was, erased: how many, by rule, unit and kind of data; who is held, and why. */
export function PreviewBreakdown({ preview, erasure }: { preview: Preview; erasure: Erasure }) {
  const { t, i18n } = useTranslation();
  const percent = usePercent();
  const named = (share: Share) =>
    i18n.exists(`consent.compartments.${share.code}`)
      ? { ...share, label: t(`consent.compartments.${share.code as "identity"}`) }
      : share;
  const proposed =
    erasure.state === "previewed" ||
    erasure.state === "requested" ||
    erasure.state === "cancelled" ||
    erasure.state === "refused" ||
    erasure.state === "expired";
  const dropped = erasure.progress?.droppedOut ?? [];
  return (
    <section className={styles.section}>
      <h2>{t(proposed ? "erasure.preview.wouldErase" : "erasure.preview.erases")}</h2>
      <p>
        {[
          t("erasure.preview.persons", { count: preview.count }),
          t("erasure.preview.erasable", { count: preview.erasable }),
          t("erasure.preview.held", { count: preview.held.length }),
          t("erasure.preview.share", { share: percent(preview.shareOfBase) }),
        ].join(", ")}
      </p>
      <div className={styles.shares}>
        <Shares caption={t("erasure.preview.byRule")} shares={preview.byRule} />
        <Shares caption={t("erasure.preview.byUnit")} shares={preview.byUnit} />
        <Shares caption={t("erasure.preview.byCompartment")} shares={preview.byCompartment.map(named)} />
      </div>
      <p className="quiet">{t("erasure.preview.frozen")}</p>
      <Shares caption={t("erasure.preview.onHold")} shares={preview.onHold} />
      {preview.held.length > 0 && <LeftOut caption={t("erasure.preview.heldTitle")} persons={preview.held} />}
      {dropped.length > 0 && <LeftOut caption={t("erasure.dropped")} persons={dropped} />}
    </section>
  );
}

function Shares({ caption, shares }: { caption: string; shares: Share[] }) {
  const { t } = useTranslation();
  if (shares.length === 0) {
    return null;
  }
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{t("erasure.preview.number")}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map((share) => (
          <tr key={share.code}>
            <th scope="row" className={styles.upper}>
              {share.label || share.code}
            </th>
            <td className={styles.figure}>{share.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LeftOut({ caption, persons }: { caption: string; persons: Held[] }) {
  const { t, i18n } = useTranslation();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("erasure.preview.person")}</th>
            <th scope="col">{t("erasure.preview.cause")}</th>
          </tr>
        </thead>
        <tbody>
          {persons.slice(0, shown).map(({ personId, cause }) => (
            <tr key={personId}>
              <th scope="row" className="number">
                {shortNumber(personId)}
              </th>
              <td>
                {i18n.exists(`erasure.causes.${cause}`) ? t(`erasure.causes.${cause as "not-due"}`) : cause}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown < persons.length && (
        <Button variant="default" onClick={() => setShown(shown + PAGE)}>
          {t("home.more")}
        </Button>
      )}
    </>
  );
}
