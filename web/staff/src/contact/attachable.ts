import { perLanguage } from "../words/formats.ts";

/** Understands which documents may be laid with a contact: PDF and images, by what they hold and not by their name; 20 MB at most. */
export const LARGEST = 20 * 1024 * 1024;
export const ACCEPTED = "application/pdf,image/png,image/jpeg,image/webp";
const HEAD_BYTES = 12;

export type AttachmentTrouble = "tooLarge" | "type" | "empty";

export function typeOf(head: Uint8Array): string | undefined {
  const signs = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  if (signs.startsWith("%PDF-")) {
    return "application/pdf";
  }
  if (signs.startsWith("\u0089PNG\r\n\u001a\n")) {
    return "image/png";
  }
  if (signs.startsWith("\u00ff\u00d8\u00ff")) {
    return "image/jpeg";
  }
  return signs.startsWith("RIFF") && signs.slice(8) === "WEBP" ? "image/webp" : undefined;
}

/** Looked at before anything is sent; the server looks again. */
export async function troubleWith(file: Blob): Promise<AttachmentTrouble | undefined> {
  if (file.size === 0) {
    return "empty";
  }
  if (file.size > LARGEST) {
    return "tooLarge";
  }
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  return typeOf(head) ? undefined : "type";
}

const kilobytes = inUnits("kilobyte");
const megabytes = inUnits("megabyte");

function inUnits(unit: string) {
  return perLanguage(
    (locale) => new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }),
  );
}

/** "2,4 Mo": as people say sizes. */
export function sizeInWords(bytes: number, language: string): string {
  return bytes < 1_000_000
    ? kilobytes(language).format(Math.max(1, Math.round(bytes / 1000)))
    : megabytes(language).format(bytes / 1_000_000);
}
