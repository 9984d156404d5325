/** One text of a desk, and what it is called wherever it is kept. */
export interface Text {
  key: string;
  draft: object;
  /** When it was last written on, by the clock of the workstation that did; absent where that was not kept. */
  at?: number;
}
