import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CopyParts, PartAsked } from "../api/copies.ts";
import { inFull } from "../dates/days.ts";
import pageStyles from "../page/page.module.css";
import styles from "./copy.module.css";

export type Form = "pdf" | "json";

interface Props {
  parts: CopyParts;
  busy: boolean;
  /** What is being fetched just now. */
  taking: { form: Form; asked?: PartAsked } | undefined;
  onRead: (part: number) => void;
  onTake: (part: number, form: Form) => void;
}

/** The parts of a long copy, and how far their rereading has come. None is handed over before all are reread. */
export function PartsList({ parts, busy, taking, onRead, onTake }: Props) {
  const { t, i18n } = useTranslation();
  const of = parts.items.length;
  const reread = parts.items.filter((one) => one.confirmed?.current === true).length;
  const ready = reread === of;
  return (
    <section aria-labelledby="parts" className={styles.parts}>
      <h3 id="parts">{t("people.copy.parts.title")}</h3>
      <p>{t("people.copy.parts.lead", { count: of })}</p>
      <p role="status">
        {t("people.copy.parts.progress", { count: reread, of })}{" "}
        {t(ready ? "people.copy.parts.ready" : "people.copy.parts.wait")}
      </p>
      <ol>
        {parts.items.map(({ number, from, to, confirmed }) => (
          <li key={number} aria-current={number === parts.number ? "true" : undefined}>
            <p>
              {t("people.copy.parts.one", {
                number,
                of,
                from: inFull(from, i18n.language),
                to: inFull(to, i18n.language),
                state: t(`people.copy.parts.states.${stateOf(confirmed)}`),
              })}
            </p>
            <div className={pageStyles.actions}>
              <Button variant="default" size="xs" disabled={busy} onClick={() => onRead(number)}>
                {t("people.copy.parts.reread", { number })}
              </Button>
              {(["pdf", "json"] as const).map((form) => (
                <Button
                  key={form}
                  variant="default"
                  size="xs"
                  disabled={!ready}
                  loading={taking?.form === form && taking.asked?.part === number}
                  onClick={() => onTake(number, form)}
                >
                  {t(`people.copy.parts.${form}`, { number })}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stateOf(confirmed: CopyParts["items"][number]["confirmed"]): "unread" | "reread" | "changed" {
  if (!confirmed) {
    return "unread";
  }
  return confirmed.current ? "reread" : "changed";
}
