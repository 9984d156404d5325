import { IconAlertTriangle, IconArrowForwardUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem.ts";
import type { CaseFile } from "../api/types.ts";
import { Narrative } from "../contact/Narrative.tsx";
import { nearness } from "../dates/days.ts";
import { useDesk } from "../draft/useDesk.ts";
import type { Entry, Reading, Source } from "../file/entries.ts";
import { useSentEntries } from "../file/useSentEntries.ts";
import { useMe } from "../shell/session.tsx";
import { ReferralBody } from "./ReferralBody.tsx";
import { ReferralForm } from "./ReferralForm.tsx";
import { referralSheet } from "./referralSheet.ts";
import { useReferrals } from "./useReferrals.ts";

/** Referrals in the file's timeline. */
export const referrals: Source = {
  kind: "referral",
  useEntries: useReferralEntries,
  write: { icon: IconArrowForwardUp, sheet: referralSheet, Form: ReferralForm },
};

function useReferralEntries({ fileId }: CaseFile): Reading {
  const { t } = useTranslation();
  const { today } = useMe();
  const answer = useReferrals(fileId);
  const items = answer.data?.items ?? [];
  const sent = useSentEntries(
    "referral",
    useDesk(fileId, referralSheet),
    new Set(items.map((one) => one.referralId)),
    ({ date, text }) => ({ date, render: () => <Narrative text={text} /> }),
  );
  const recorded: Entry[] = items.map((referral) => ({
    kind: "referral",
    id: referral.referralId,
    date: referral.date,
    recordedAt: referral.at,
    author: referral.author,
    ...(referral.state === "waiting" && referral.followUpOn && nearness(referral.followUpOn, today) === "late"
      ? {
          marks: (
            <span className="late">
              <IconAlertTriangle size={17} aria-hidden className="icon" /> {t("referral.lateMark")}
            </span>
          ),
        }
      : {}),
    render: () => <ReferralBody referral={referral} fileId={fileId} />,
  }));
  return {
    entries: [...sent, ...recorded],
    pending: answer.isPending,
    problem: answer.error && !answer.data ? asProblem(answer.error) : null,
    retry: () => answer.refetch(),
  };
}
