import { Button } from "@mantine/core";
import { IconLogin2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../page/PageTitle.tsx";
import { signInAddress } from "../page/signInAddress.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import styles from "./signin.module.css";
import { Wordmark } from "./Wordmark.tsx";

/** The way in: one sentence, one button. */
export function SignIn() {
  const { t } = useTranslation();
  const cameFromAPage = window.location.pathname !== "/";
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <Wordmark />
        <PageTitle>{t("shell.signIn.title")}</PageTitle>
        <p className={styles.lead}>{t("shell.signIn.lead")}</p>
        {cameFromAPage && <p className="quiet">{t("shell.signIn.ended")}</p>}
        <Button
          component="a"
          href={signInAddress()}
          size="md"
          leftSection={<IconLogin2 size={20} aria-hidden />}
        >
          {t("shell.signIn.button")}
        </Button>
        <a href="/verify">{t("shell.signIn.verify")}</a>
        <footer className={styles.foot}>
          <span className="quiet">{t("shell.agency")}</span>
          <LanguageSwitch />
        </footer>
      </div>
    </main>
  );
}
