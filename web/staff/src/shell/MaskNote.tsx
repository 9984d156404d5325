import { IconEyeOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import pageStyles from "../page/page.module.css";
import { toggleMask, useMasked } from "./preferences.ts";
import styles from "./shell.module.css";

/** Says that personal data is hidden, and how to see it again. */
export function MaskNote() {
  const { t } = useTranslation();
  if (!useMasked()) {
    return null;
  }
  return (
    <div className={styles.maskNote} role="status">
      <IconEyeOff size={20} aria-hidden />
      {t("shell.masked")}
      <button type="button" className={pageStyles.link} onClick={toggleMask}>
        {t("shell.unmask")}
        <kbd>F8</kbd>
      </button>
    </div>
  );
}
