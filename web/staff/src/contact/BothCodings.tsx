import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Notice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { Waiting } from "../page/Waiting.tsx";
import styles from "./contact.module.css";
import { useNomenclature } from "./nomenclature.ts";

interface Props {
  /** What is in force by now; absent until it is read. */
  theirs: string[] | undefined;
  mine: string[];
  onChoose: (codes: string[]) => void;
}

/** Other codes were chosen meanwhile: both choices side by side, and what can be done with each. */
export function BothCodings({ theirs, mine, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Notice kind="trouble" title={t("contact.bothCodings.title")} takesFocus>
        <p>{t("contact.bothCodings.text")}</p>
      </Notice>
      {theirs ? (
        <>
          <div className={styles.both}>
            <Choice name="theirs" codes={theirs} />
            <Choice name="mine" codes={mine} />
          </div>
          <div className={pageStyles.actions}>
            <Button variant="default" onClick={() => onChoose([...new Set([...theirs, ...mine])])}>
              {t("contact.bothCodings.keepBoth")}
            </Button>
            <Button variant="default" onClick={() => onChoose(mine)}>
              {t("contact.bothCodings.keepMine")}
            </Button>
            <Button variant="default" onClick={() => onChoose(theirs)}>
              {t("contact.bothCodings.keepTheirs")}
            </Button>
          </div>
        </>
      ) : (
        <Waiting />
      )}
    </>
  );
}

function Choice({ name, codes }: { name: "theirs" | "mine"; codes: string[] }) {
  const { t } = useTranslation();
  const catalogue = useNomenclature();
  return (
    <section aria-labelledby={`codings-${name}`}>
      <h5 id={`codings-${name}`}>{t(`contact.bothCodings.${name}`)}</h5>
      {codes.length === 0 && <p className="quiet">{t("contact.bothCodings.none")}</p>}
      {codes.map((code) => (
        <p key={code} className="personal">
          {catalogue.find((item) => item.code === code)?.label ?? code}
        </p>
      ))}
    </section>
  );
}
