import {
  IconCalendarDue,
  IconCertificate,
  IconEraser,
  IconEye,
  IconEyeOff,
  IconFileImport,
  IconFolders,
  IconHome,
  IconKey,
  IconKeyboard,
  IconLock,
  IconLogout,
  IconMailExclamation,
  IconMenu2,
  IconMoon,
  IconRotateClockwise,
  IconSearch,
  IconSun,
  IconTable,
  IconUserPlus,
  IconUsersGroup,
  IconX,
} from "@tabler/icons-react";
import { Link, useRouterState } from "@tanstack/react-router";
import { type ComponentType, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { WaitingCount } from "../erasure/WaitingCount.tsx";
import { FailedCount } from "../failed/FailedCount.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { toggleMask, useMasked } from "./preferences.ts";
import { addresses, type Screen, screensOf } from "./roles.ts";
import { signOut, useHasRole, useMe } from "./session.tsx";
import styles from "./shell.module.css";
import { Wordmark } from "./Wordmark.tsx";

const icons: Record<Screen, ComponentType<{ size?: number }>> = {
  home: IconHome,
  unitFiles: IconFolders,
  newPerson: IconUserPlus,
  deadlines: IconCalendarDue,
  erasures: IconEraser,
  holds: IconLock,
  certificates: IconCertificate,
  epochs: IconRotateClockwise,
  failed: IconMailExclamation,
  grid: IconTable,
  unit: IconUsersGroup,
  imports: IconFileImport,
  exceptionalAccesses: IconKey,
};

interface Props {
  unitLabel: string | undefined;
  dark: boolean;
  onSearch: () => void;
  onKeys: () => void;
  onScheme: () => void;
}

/** The left rail: what this role opens, then who is signed in and how the screen behaves. */
export function Rail({ unitLabel, dark, onSearch, onKeys, onScheme }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const masked = useMasked();
  const searches = useHasRole("worker", "lead");
  const decides = useHasRole("retention-admin");
  const [open, setOpen] = useState(false);
  const address = useRouterState({ select: ({ location }) => location.href });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has gone somewhere is done with the menu
  useEffect(() => setOpen(false), [address]);
  const roles = me.roles.map((role) => t(`shell.roles.${role}`)).join(", ");
  return (
    <header className={styles.rail} data-open={open || undefined}>
      <Link to="/" className={styles.home} aria-label={`Lethe, ${t("shell.home")}`}>
        <Wordmark />
      </Link>
      <button type="button" className={styles.searchButton} onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={19} aria-hidden />
        {searches ? t("shell.search") : t("search.commands")}
        <kbd aria-hidden>Ctrl+K</kbd>
      </button>
      <button
        type="button"
        className={styles.menuButton}
        aria-expanded={open}
        aria-controls="menu"
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
      >
        {open ? <IconX size={20} aria-hidden /> : <IconMenu2 size={20} aria-hidden />}
        {t("shell.menu")}
      </button>
      <div id="menu" className={styles.menu}>
        <nav aria-label={t("shell.navigation")}>
          <ul className={styles.entries}>
            {screensOf(me.roles).map((screen) => {
              const Icon = icons[screen];
              return (
                <li key={screen}>
                  <Link
                    to={addresses[screen]}
                    className={styles.entry}
                    activeOptions={{ exact: screen === "home" || screen === "unitFiles" }}
                  >
                    <Icon size={20} aria-hidden />
                    {t(`shell.${screen}`)} {screen === "erasures" && decides && <WaitingCount />}
                    {screen === "failed" && <FailedCount />}
                  </Link>
                </li>
              );
            })}
          </ul>
        </nav>
        <section className={styles.foot} aria-label={t("shell.settings")}>
          <p className={styles.who}>
            <strong>{me.name}</strong>
            <span className="quiet">
              {roles}
              {unitLabel && `, ${unitLabel}`}
            </span>
          </p>
          <button type="button" className={styles.setting} onClick={toggleMask} aria-pressed={masked}>
            {masked ? <IconEye size={19} aria-hidden /> : <IconEyeOff size={19} aria-hidden />}
            {t(masked ? "shell.unmask" : "shell.mask")}
            <kbd aria-hidden>F8</kbd>
          </button>
          <button type="button" className={styles.setting} onClick={onKeys}>
            <IconKeyboard size={19} aria-hidden />
            {t("shell.keys")}
            <kbd aria-hidden>?</kbd>
          </button>
          <button type="button" className={styles.setting} onClick={onScheme}>
            {dark ? <IconSun size={19} aria-hidden /> : <IconMoon size={19} aria-hidden />}
            {t(dark ? "shell.lightScheme" : "shell.darkScheme")}
          </button>
          <LanguageSwitch />
          <button type="button" className={styles.setting} onClick={signOut}>
            <IconLogout size={19} aria-hidden />
            {t("shell.signOut")}
          </button>
        </section>
      </div>
    </header>
  );
}
