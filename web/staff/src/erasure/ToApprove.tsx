import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Notice } from "../page/Notice.tsx";
import { useMe } from "../shell/session.tsx";
import { useErasures } from "./useErasures.ts";
import { refusedTo, toApprove } from "./waiting.ts";

/** Requests of others that wait for the one who looks, and own ones that somebody refused. */
export function ToApprove() {
  const { t } = useTranslation();
  const me = useMe();
  const erasures = useErasures().data?.items ?? [];
  const waiting = toApprove(erasures, me.id);
  const refused = refusedTo(erasures, me.id, me.today);
  return (
    <>
      {waiting.length > 0 && (
        <Notice kind="info" title={t("erasure.toApprove", { count: waiting.length })}>
          <ul>
            {waiting.map(({ erasureId, requestedBy }) => (
              <li key={erasureId}>
                <Link to="/erasures/$erasureId" params={{ erasureId }}>
                  {t("erasure.toApproveOpen", { name: requestedBy?.name ?? t("file.unnamed") })}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice kind="info" title={t("erasure.refusedToYou", { count: refused.length })}>
          <ul>
            {refused.map(
              ({ erasureId, refused: refusal }) =>
                refusal && (
                  <li key={erasureId}>
                    <Link to="/erasures/$erasureId" params={{ erasureId }}>
                      {t("erasure.refusedToYouOpen", {
                        name: refusal.by.name,
                        reason: t(`erasure.refusal.reasons.${refusal.reason}`),
                      })}
                    </Link>
                  </li>
                ),
            )}
          </ul>
        </Notice>
      )}
    </>
  );
}
