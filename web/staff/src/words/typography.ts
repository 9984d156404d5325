/** Understands French spacing: no line may begin with : ; ? ! or ». */
type Words = { [key: string]: string | Words };

const NARROW = "\u202f";
const FULL = "\u00a0";

export function frenchSpacing(text: string): string {
  return text
    .replace(/ ([;?!])/g, `${NARROW}$1`)
    .replace(/ ([:»])/g, `${FULL}$1`)
    .replace(/« /g, `«${FULL}`)
    .replace(/\bn° /g, `n°${FULL}`);
}

export function frenchSpaces<W extends object>(words: W): W {
  const spaced: Words = {};
  for (const [key, value] of Object.entries(words as Words)) {
    spaced[key] = typeof value === "string" ? frenchSpacing(value) : frenchSpaces(value);
  }
  return spaced as W;
}
