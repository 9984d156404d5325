/** Understands which commands a few typed letters mean: any order, accents and case aside. */
interface Offered {
  label: string;
  scope: "page" | "everywhere";
  inPalette?: boolean;
}

export function commandsMatching<C extends Offered>(text: string, commands: readonly C[]): C[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  return commands
    .filter((command) => command.inPalette && wanted.every((word) => plain(command.label).includes(word)))
    .sort((a, b) => Number(a.scope === "everywhere") - Number(b.scope === "everywhere"));
}

export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim();
}
