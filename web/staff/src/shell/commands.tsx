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

class CommandBook {
  private commands: Command[] = [];
  private readonly readers = new Set<() => void>();

  add(commands: Command[]): () => void {
    this.commands = [...this.commands, ...commands];
    this.tell();
    return () => {
      this.commands = this.commands.filter((command) => !commands.includes(command));
      this.tell();
    };
  }

  readonly all = () => this.commands;

  readonly subscribe = (reader: () => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  private tell() {
    for (const reader of this.readers) {
      reader();
    }
  }
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
