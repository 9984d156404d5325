/** Understands key presses: what counts is the character produced, so AZERTY and bépo work alike. */
interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

interface Circumstances {
  inField: boolean;
  /** Whether single letters act at all. */
  letters: boolean;
  behindDialog: boolean;
}

export function commandFor<C extends { press?: string }>(
  event: Press,
  commands: readonly C[],
  circumstances: Circumstances,
): C | undefined {
  return commands.findLast((command) => command.press && matches(event, command.press, circumstances));
}

function matches(event: Press, press: string, { inField, letters, behindDialog }: Circumstances): boolean {
  const control = event.ctrlKey || event.metaKey;
  if (press.startsWith("mod+")) {
    return control && !event.altKey && event.key.toLowerCase() === press.slice("mod+".length);
  }
  if (press.length > 1) {
    return !control && !event.altKey && event.key === press;
  }
  return (
    letters &&
    !inField &&
    !behindDialog &&
    !control &&
    !event.altKey &&
    event.key.toLowerCase() === press.toLowerCase()
  );
}

export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])'))
  );
}

/** How a key is written on the screen. */
export function keyName(press: string, language: string): string {
  if (press.startsWith("mod+")) {
    return `Ctrl+${press.slice("mod+".length).toUpperCase()}`;
  }
  if (press === "?") {
    return language === "fr" ? "Maj+?" : "Shift+?";
  }
  return press.length === 1 ? press.toUpperCase() : press;
}
