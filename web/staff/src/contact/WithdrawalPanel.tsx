import { Button, Radio, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, client } from "../api/client.ts";
import { asProblem, type Problem } from "../api/problem.ts";
import type { Contact, Found, Withdrawal } from "../api/types.ts";
import { ErrorSummary } from "../page/ErrorSummary.tsx";
import { Form, leaveForm } from "../page/Form.tsx";
import { ProblemNotice } from "../page/Notice.tsx";
import pageStyles from "../page/page.module.css";
import { fullName } from "../person/names.ts";
import { PersonSearch } from "../search/PersonSearch.tsx";
import { announce } from "../shell/announcer.tsx";
import { written } from "../words/written.ts";
import styles from "./contact.module.css";
import { holdEntry } from "./hold.ts";
import { rememberMove } from "./moves.ts";

interface Props {
  fileId: string;
  person: string;
  contact: Contact;
  onClose: () => void;
}

/** The contact is not this person's, or should not have been written: what will happen is said before it does. */
export function WithdrawalPanel({ fileId, person, contact, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [reason, setReason] = useState<Withdrawal["reason"]>("wrong-person");
  const [to, setTo] = useState<Found>();
  const [reasonText, setReasonText] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const moves = reason === "wrong-person";
  const missing = attempt > 0 && moves && !to ? t("contact.withdraw.personMissing") : undefined;

  useEffect(() => first.current?.focus(), []);

  async function submit() {
    if (moves && !to) {
      setAttempt((last) => last + 1);
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      const done = await answered(
        client.POST("/api/cases/files/{fileId}/contacts/{contactId}/withdrawal", {
          params: { path: { fileId, contactId: contact.contactId } },
          body: {
            reason,
            ...(written(reasonText) ? { reasonText: written(reasonText) } : {}),
            ...(moves && to?.fileId ? { toFileId: to.fileId } : {}),
          },
        }),
      );
      announce(t(moves ? "contact.moved.done" : "contact.withdraw.done"));
      rememberMove(
        fileId,
        moves && to?.fileId && done.contactId
          ? { toFileId: to.fileId, contactId: done.contactId }
          : undefined,
      );
      onClose();
      await cache.invalidateQueries({ queryKey: ["file"] });
      if (done.erasedOn) {
        holdEntry(contact.contactId);
      }
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <Form
      className={styles.panel}
      aria-label={t("contact.withdraw.title")}
      onCancel={onClose}
      onSubmit={submit}
    >
      <h4>{t("contact.withdraw.title")}</h4>
      {problem && <ProblemNotice problem={problem} title={t("contact.withdraw.notDone")} />}
      <ErrorSummary
        attempt={attempt}
        troubles={missing ? [{ field: "withdrawal-person", text: missing }] : []}
      />
      <Radio.Group
        value={reason}
        onChange={(value) => setReason(value as Withdrawal["reason"])}
        label={t("contact.withdraw.why")}
      >
        <div className={styles.radios}>
          <Radio ref={first} value="wrong-person" label={t("contact.withdraw.wrong-person")} />
          <Radio value="recorded-in-error" label={t("contact.withdraw.recorded-in-error")} />
        </div>
      </Radio.Group>
      {moves && (
        <>
          <PersonSearch
            id="withdrawal-person"
            label={t("contact.withdraw.person")}
            description={t("contact.withdraw.personHelp")}
            error={missing}
            without={[person]}
            withFile
            placeholder={t("search.placeholder")}
            onChoose={setTo}
          />
          {to && (
            <p data-chosen={to.personId}>
              {t("contact.withdraw.to")} <strong className="personal">{fullName(to)}</strong>
            </p>
          )}
        </>
      )}
      <TextInput
        id="withdrawal-reasonText"
        label={t("contact.reasonText")}
        classNames={{ input: "personal" }}
        autoComplete="off"
        value={reasonText}
        onChange={(event) => setReasonText(event.currentTarget.value)}
      />
      <div className={styles.consequence}>
        <p>{t("contact.withdraw.happens")}</p>
        <ul>
          {(moves ? (["move1", "move2", "move3"] as const) : (["error1", "error2", "error3"] as const)).map(
            (line) => (
              <li key={line}>{t(`contact.withdraw.${line}`)}</li>
            ),
          )}
        </ul>
      </div>
      <div className={pageStyles.actions}>
        <Button type="submit" loading={busy}>
          {t(moves ? "contact.withdraw.move" : "contact.withdraw.take")}
        </Button>
        <Button variant="default" onClick={(event) => leaveForm(event.currentTarget, onClose)}>
          {t("contact.withdraw.leave")}
        </Button>
      </div>
    </Form>
  );
}
