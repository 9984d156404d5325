import type { Text } from "./text.ts";

/**
 * Understands through which wordings each text has come in this tab. What another tab carried along of an earlier wording is
 * not written on elsewhere; and of what this tab only carries along itself, the later wording is the one that counts.
 */
export class Lines {
  private readonly lines = new Map<
    string,
    { said: string; at: number; ours: boolean; before: Set<string> }
  >();

  /** The texts as they stand, each with when it was last written on, by the clock of the workstation that did. */
  dated(texts: Text[], now: number): Text[] {
    return texts.map((text) => {
      const said = JSON.stringify(text.draft);
      const line = this.lines.get(text.key);
      if (line?.said !== said) {
        this.lines.set(text.key, { said, at: now, ours: true, before: line?.before ?? new Set() });
      }
      return { ...text, at: this.lines.get(text.key)?.at ?? now };
    });
  }

  /** They came from elsewhere as they are. */
  brought(texts: Text[]): void {
    for (const { key, draft, at = 0 } of texts) {
      const said = JSON.stringify(draft);
      this.lines.set(key, { said, at, ours: false, before: this.with(key, said) });
    }
  }

  /** They are being kept as they are: whoever reads them there may carry them along. */
  kept(texts: Text[]): void {
    for (const { key, draft } of texts) {
      const line = this.lines.get(key);
      if (line) {
        line.before = this.with(key, JSON.stringify(draft));
      }
    }
  }

  /** A text of this tab goes on under another name. */
  renamed(from: string, to: string): void {
    const line = this.lines.get(from);
    if (line) {
      this.lines.set(to, line);
      this.lines.delete(from);
    }
  }

  /** Whether this tab wrote on from that wording. */
  isForerunner({ key, draft }: Text): boolean {
    const line = this.lines.get(key);
    return Boolean(line?.ours && line.before.has(JSON.stringify(draft)));
  }

  /** Whether the text stands as it came from elsewhere. */
  isCarried({ key, draft }: Text): boolean {
    const line = this.lines.get(key);
    return line !== undefined && !line.ours && line.said === JSON.stringify(draft);
  }

  private with(key: string, said: string): Set<string> {
    return new Set([...(this.lines.get(key)?.before ?? []), said]);
  }
}
