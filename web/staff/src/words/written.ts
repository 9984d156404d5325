/**
 * Understands what somebody has written: the text without the space around it, and nothing where it shows nothing. The services
 * have the same rule (CleanText): a no-break space, a zero-width space or a filler is no reason and no name.
 */
const INVISIBLE = /[\s\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u;

export function written(text: string | null | undefined): string {
  const typed = text ?? "";
  return [...typed].every((character) => INVISIBLE.test(character)) ? "" : typed.trim();
}
