import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import styles from "./erasure.module.css";

/** A filter in force, and the way to lift it. */
export function FilterChip({ label, onRemove }: { label: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.chip} onClick={onRemove}>
      {label}
      <IconX size={16} aria-hidden />
      <span className="visually-hidden">, {t("erasure.deadlines.removeFilter")}</span>
    </button>
  );
}
