import styles from "./shell.module.css";

/** The name, and a river of which the last line is already fading. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg
        width="26"
        height="20"
        viewBox="0 0 26 20"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      >
        <path d="M2 4c3.5-3 7.5-3 11 0s7.5 3 11 0" />
        <path d="M2 10c3.5-3 7.5-3 11 0s7.5 3 11 0" opacity=".6" />
        <path d="M2 16c3.5-3 7.5-3 11 0s7.5 3 11 0" opacity=".5" strokeDasharray="0.5 4" />
      </svg>
      Lethe
    </span>
  );
}
