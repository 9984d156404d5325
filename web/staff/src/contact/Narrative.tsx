import styles from "./contact.module.css";

/** A text as it was written. */
export function Narrative({ text }: { text: string }) {
  return (
    <p className={`narrative ${styles.narrative}`}>
      <span className="personal">{text}</span>
    </p>
  );
}
