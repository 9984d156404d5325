import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import pageStyles from "../page/page.module.css";
import { useOffer } from "../shell/commands.tsx";
import styles from "./file.module.css";
import { parts, shownParts } from "./parts.ts";

/** The ways from one part of the file to another: links and palette entries. */
export function FileParts({ fileId, exceptional }: { fileId: string; exceptional: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useOffer(
    shownParts(exceptional).map(({ id, to, ...part }) => ({
      id: `part-${id}`,
      label: t(`file.parts.${id}`),
      ...("press" in part && { press: part.press }),
      scope: "page" as const,
      inPalette: true,
      run: () => navigate({ to, params: { fileId } }),
    })),
  );
  return (
    <nav className={styles.parts} aria-label={t("file.pages")}>
      {parts
        .filter((part) => part.shown === "above")
        .map(({ id, to }) => (
          <Link
            key={id}
            to={to}
            params={{ fileId }}
            activeOptions={{ exact: id === "contacts", includeSearch: false }}
          >
            {t(`file.parts.${id}`)}
          </Link>
        ))}
    </nav>
  );
}

/** What can be done about the person rather than written in the file. */
export function PersonParts({ fileId }: { fileId: string }) {
  const { t } = useTranslation();
  return (
    <nav className={pageStyles.asideBlock} aria-label={t("file.personPages")}>
      <ul className={styles.plainList}>
        {parts
          .filter((part) => part.shown === "aside")
          .map(({ id, to }) => (
            <li key={id}>
              <Link to={to} params={{ fileId }}>
                {t(`file.parts.${id}`)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
