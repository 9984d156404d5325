import { Checkbox, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../words/language.ts";
import { type Command, useCommands } from "./commands.tsx";
import { keyName } from "./keys.ts";
import { setLetters, useLetters } from "./preferences.ts";
import styles from "./shell.module.css";

/** Shift+?: every key that acts on this page. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const letters = useLetters();
  const keyed = useCommands().filter((command) => command.press);
  const here = keyed.filter((command) => command.scope === "page");
  const everywhere = keyed.filter((command) => command.scope === "everywhere");
  const saving = { id: "save", label: t("shell.shortcuts.save"), press: "mod+Enter" };
  return (
    <Modal.Root opened onClose={onClose} size="lg" padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label={t("shell.shortcuts.title")} className={styles.keys}>
        <div className={styles.keysHead}>
          <h2>{t("shell.shortcuts.title")}</h2>
          <Modal.CloseButton aria-label={t("shell.close")} />
        </div>
        {here.length > 0 && <Keys caption={t("shell.shortcuts.here")} commands={here} />}
        <Keys caption={t("shell.shortcuts.everywhere")} commands={[...everywhere, saving]} />
        <Checkbox
          checked={letters}
          onChange={(event) => setLetters(event.currentTarget.checked)}
          label={t("shell.shortcuts.letters")}
          description={t("shell.shortcuts.lettersHelp")}
        />
      </Modal.Content>
    </Modal.Root>
  );
}

function Keys({
  caption,
  commands,
}: {
  caption: string;
  commands: Pick<Command, "id" | "label" | "press">[];
}) {
  return (
    <table className={styles.keyList}>
      <caption>{caption}</caption>
      <tbody>
        {commands.map(({ id, label, press }) => (
          <tr key={id}>
            <td>
              <kbd>{keyName(press ?? "", currentLanguage()).replace("ENTER", "↵")}</kbd>
            </td>
            <th scope="row">{label}</th>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
