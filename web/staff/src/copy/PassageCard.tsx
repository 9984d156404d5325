import { Button, Textarea } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Decided, Passage } from "../api/copies.ts";
import formStyles from "../page/form.module.css";
import pageStyles from "../page/page.module.css";
import styles from "./copy.module.css";
import { asWritten, type Range, wholeCharacters } from "./wholeCharacters.ts";

interface Props {
  passage: Passage;
  /** What it belongs to, in words. */
  heading: string;
  busy: boolean;
  onMask: (range: Range) => void;
  onLeave: (range: Range) => void;
  onTakeBack: (decisionId: string) => void;
}

/** A text of the copy, to be read and selected in, and what was decided about its passages. */
export function PassageCard({ passage, heading, busy, onMask, onLeave, onTakeBack }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLTextAreaElement>(null);
  const [nothing, setNothing] = useState(false);
  const id = `passage-${passage.place}`;
  const cut = ({ start, end }: Range) => shortened(passage.text.slice(start, end));

  function maskSelection() {
    const { selectionStart = 0, selectionEnd = 0 } = box.current ?? {};
    setNothing(selectionStart === selectionEnd);
    if (selectionStart < selectionEnd) {
      onMask(wholeCharacters(passage.text, asWritten(passage.text, selectionStart, selectionEnd)));
    } else {
      box.current?.focus();
    }
  }

  const decided = (one: Decided, said: string, undo: string) => (
    <li key={one.decisionId}>
      <span className="personal">{said}</span>{" "}
      <Button variant="subtle" size="compact-sm" disabled={busy} onClick={() => onTakeBack(one.decisionId)}>
        <span className="personal">{undo}</span>
      </Button>
    </li>
  );

  return (
    <li className={styles.passage}>
      <Textarea
        ref={box}
        id={id}
        label={heading}
        value={passage.text}
        readOnly
        autosize
        minRows={1}
        maxRows={14}
        dir="auto"
        error={nothing ? t("people.copy.noSelection") : undefined}
        classNames={{ input: `personal ${formStyles.text}` }}
      />
      <div className={pageStyles.actions}>
        <Button variant="default" size="xs" disabled={busy} aria-describedby={id} onClick={maskSelection}>
          {t("people.copy.maskSelection")}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={busy}
          aria-describedby={id}
          onClick={() => onMask({ start: 0, end: passage.text.length })}
        >
          {t("people.copy.maskAll")}
        </Button>
      </div>
      <ul className={styles.decided}>
        {passage.proposals.map((one) => (
          <li key={`${one.start}-${one.end}`} data-waiting>
            <span className="personal">
              {t("people.copy.proposed", { text: cut(one), why: t(`people.copy.why.${one.kind}`) })}
            </span>{" "}
            <Button variant="default" size="compact-sm" disabled={busy} onClick={() => onMask(one)}>
              <span className="personal">{t("people.copy.maskThis", { text: cut(one) })}</span>
            </Button>{" "}
            <Button variant="subtle" size="compact-sm" disabled={busy} onClick={() => onLeave(one)}>
              <span className="personal">{t("people.copy.leave", { text: cut(one) })}</span>
            </Button>
          </li>
        ))}
        {passage.stale.map((one) => decided(one, t("people.copy.isStale"), t("people.copy.drop")))}
        {passage.masks.map((one) =>
          decided(
            one,
            t("people.copy.isMasked", {
              text: cut(one),
              reason: [one.reason && t(`people.copy.reasons.${one.reason}`), one.words]
                .filter(Boolean)
                .join(", "),
            }),
            t("people.copy.restore", { text: cut(one) }),
          ),
        )}
        {passage.left.map((one) =>
          decided(
            one,
            t("people.copy.isLeft", { text: cut(one) }),
            t("people.copy.again", { text: cut(one) }),
          ),
        )}
      </ul>
    </li>
  );
}

const LONGEST = 60;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join("")}…`;
}
