import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { Readers } from "../page/readers.ts";
import { commandFor, isField } from "./keys.ts";
import { lettersOn } from "./preferences.ts";

/** Understands everything the page can do by key: the palette, the list of keys and the listener share it. */
export interface Command {
  id: string;
  label: string;
  /** What the user presses: "mod+k", "F8", "?", or one letter. */
  press?: string;
  /** The page's own commands come before those that are always there. */
  scope: "page" | "everywhere";
  icon?: ReactNode;
  /** Keys that only repeat what the page shows stay out of the palette. */
  inPalette?: boolean;
  run: () => void;
}

/** How long a page may take to offer what a key on the page before asked of it. */
const PATIENCE_MS = 5_000;

class CommandBook {
  private commands: Command[] = [];
  private awaited: { id: string; until: number } | undefined;
  private readonly readers = new Readers();

  add(commands: Command[]): () => void {
    this.commands = [...this.commands, ...commands];
    this.readers.tell();
    // Once everything of the page stands: what it does first, such as scrolling to its top, would undo it.
    queueMicrotask(() => this.runAwaited());
    return () => {
      this.commands = this.commands.filter((command) => !commands.includes(command));
      this.readers.tell();
    };
  }

  readonly all = () => this.commands;

  /** For a key whose command another page offers, once that page has been asked for. */
  runOnceOffered(id: string): void {
    this.awaited = { id, until: Date.now() + PATIENCE_MS };
  }

  private runAwaited() {
    const command = this.commands.find((one) => one.id === this.awaited?.id);
    if (command && this.awaited) {
      const inTime = Date.now() < this.awaited.until;
      this.awaited = undefined;
      if (inTime) {
        command.run();
      }
    }
  }

  readonly subscribe = this.readers.subscribe;
}

const Book = createContext(new CommandBook());

export function CommandsProvider({ children }: { children: ReactNode }) {
  const [book] = useState(() => new CommandBook());
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const command = commandFor(event, book.all(), {
        inField: isField(event.target),
        letters: lettersOn(),
        behindDialog: document.querySelector('[role="dialog"]') !== null,
      });
      if (command) {
        event.preventDefault();
        command.run();
      }
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [book]);
  return <Book.Provider value={book}>{children}</Book.Provider>;
}

export function useCommands(): Command[] {
  const book = useContext(Book);
  return useSyncExternalStore(book.subscribe, book.all);
}

/** Says which command the page that is about to be shown should run as soon as it offers it. */
export function useRunOnceOffered(): (id: string) => void {
  const book = useContext(Book);
  return (id) => book.runOnceOffered(id);
}

/** Offers commands while the component is shown; what they do is always the latest rendering's. */
export function useOffer(offered: Command[]): void {
  const book = useContext(Book);
  const latest = useRef(offered);
  latest.current = offered;
  const signature = offered.map((command) => `${command.id}·${command.label}·${command.press}`).join("|");
  const stable = useMemo(
    () =>
      signature === ""
        ? []
        : latest.current.map((command) => ({
            ...command,
            run: () => latest.current.find((one) => one.id === command.id)?.run(),
          })),
    [signature],
  );
  useEffect(() => book.add(stable), [book, stable]);
}
