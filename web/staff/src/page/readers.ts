/** Whoever shows something that is remembered outside React, and is told when it changes: what `useSyncExternalStore` asks for. */
export class Readers {
  private readonly all = new Set<() => void>();

  readonly subscribe = (reader: () => void): (() => void) => {
    this.all.add(reader);
    return () => this.all.delete(reader);
  };

  tell(): void {
    for (const reader of this.all) {
      reader();
    }
  }
}
