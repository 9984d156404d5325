import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Notice } from "../page/Notice.tsx";
import { useMe } from "../shell/session.tsx";
import { useErasures } from "./useErasures.ts";

/** Requests of others that wait for the one who looks: nobody approves what they asked for themselves. */
export function ToApprove() {
  const { t } = useTranslation();
  const me = useMe();
  const waiting = (useErasures().data?.items ?? []).filter(
    ({ state, requestedBy }) => state === "requested" && requestedBy?.id !== me.id,
  );
  if (waiting.length === 0) {
    return null;
  }
  return (
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
  );
}
