/**
 * Makes a format of Intl once for each language: making one takes longer than a hundred uses of it, and a list writes a date
 * in each of its cells.
 */
export function perLanguage<F>(make: (locale: string) => F): (language: string) => F {
  const made = new Map<string, F>();
  return (language) => {
    const format = made.get(language) ?? make(language === "fr" ? "fr-FR" : "en-GB");
    made.set(language, format);
    return format;
  };
}
