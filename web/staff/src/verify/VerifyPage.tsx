import { Button } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../page/Notice.tsx";
import { PageTitle } from "../page/PageTitle.tsx";
import { LanguageSwitch } from "../shell/LanguageSwitch.tsx";
import { Wordmark } from "../shell/Wordmark.tsx";
import { type Answer, check } from "./check.ts";
import { Result } from "./Result.tsx";
import { EMPTY, type Source, TextSource } from "./TextSource.tsx";
import styles from "./verify.module.css";

/** What is checked, and what came of it; gone as soon as anything is changed. */
interface Checked {
  answer: Answer;
  keptGiven: boolean;
}

/** Vérifier un certificat: for anybody, without signing in; what is chosen or pasted never leaves the browser. */
export function VerifyPage() {
  const { t } = useTranslation();
  const [certificate, setCertificate] = useState<Source>(EMPTY);
  const [anchor, setAnchor] = useState<Source>(EMPTY);
  const [head, setHead] = useState<Source>(EMPTY);
  const [growth, setGrowth] = useState<Source>(EMPTY);
  const [witness, setWitness] = useState<Source>(EMPTY);
  const [state, setState] = useState<"idle" | "checking" | "missing" | Checked>("idle");

  const changing = (set: (source: Source) => void) => (source: Source) => {
    set(source);
    setState("idle");
  };

  async function verify(event: FormEvent) {
    event.preventDefault();
    if (!certificate.text || !anchor.text) {
      setState("missing");
      return;
    }
    setState("checking");
    const kept = head.text
      ? { file: head.text, growth: growth.text || undefined, witness: witness.text || undefined }
      : undefined;
    const answer = await check({ document: certificate.text, anchor: anchor.text, kept });
    setState({ answer, keptGiven: kept !== undefined });
  }

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main>
        <PageTitle>{t("verify.title")}</PageTitle>
        <p className={styles.lead}>{t("verify.lead")}</p>
        {!window.isSecureContext && <Notice kind="trouble" title={t("verify.noCrypto")} />}
        <form onSubmit={verify} className={styles.form}>
          <TextSource
            label={t("verify.certificate")}
            hint={t("verify.certificateHint")}
            source={certificate}
            onChange={changing(setCertificate)}
          />
          <TextSource
            label={t("verify.anchor")}
            hint={t("verify.anchorHint")}
            source={anchor}
            onChange={changing(setAnchor)}
          />
          <details className={styles.more}>
            <summary>{t("verify.kept")}</summary>
            <p>{t("verify.keptLead")}</p>
            <TextSource
              label={t("verify.head")}
              hint={t("verify.headHint")}
              source={head}
              onChange={changing(setHead)}
            />
            <TextSource
              label={t("verify.growth")}
              hint={t("verify.growthHint")}
              source={growth}
              onChange={changing(setGrowth)}
            />
            <TextSource
              label={t("verify.witness")}
              hint={t("verify.witnessHint")}
              source={witness}
              onChange={changing(setWitness)}
            />
          </details>
          <Button
            type="submit"
            size="md"
            leftSection={<IconShieldCheck size={20} aria-hidden />}
            loading={state === "checking"}
          >
            {t("verify.check")}
          </Button>
        </form>
        {state === "missing" && <Notice kind="trouble" title={t("verify.missing")} takesFocus />}
        {typeof state === "object" && <Result answer={state.answer} keptGiven={state.keptGiven} />}
      </main>
      <footer className={`quiet ${styles.foot}`}>{t("verify.elsewhere")}</footer>
    </div>
  );
}
