/**
 * Runs in the page, before all else of it: tells when something has come to be painted, as the page's own clock has it.
 * It looks at each frame, and the frame counts once it has been painted.
 */
export interface Probe {
  /** Milliseconds since the navigation at which the selector was painted. */
  painted(selector: string): Promise<number>;
  /** Presses a key as soon as the selector is painted, until the second is: when that was. */
  answered(control: string, press: KeyboardEventInit, answer: string): Promise<number>;
  /** Watches for the next keydown; settled when it does. */
  watch(look: Look): Promise<void>;
  /** Milliseconds from the keydown that was watched for to the frame in which the page looks otherwise. */
  response(): Promise<number>;
}

export type Look = "focus" | "form" | "readers" | "mask";

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Handed to the browser as it stands: it knows nothing that is declared outside of it. */
export function installProbe(): void {
  const LONGEST = 30_000;
  const AGAIN = 50;

  function frame(): Promise<void> {
    return new Promise((done) =>
      requestAnimationFrame(() => {
        // a message is delivered when the frame has been painted
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done();
        channel.port2.postMessage(null);
      }),
    );
  }

  function untilPainted(shows: () => boolean): Promise<number> {
    return new Promise((done, fail) => {
      const giveUpAt = performance.now() + LONGEST;
      const look = () => {
        if (shows()) {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done(performance.now());
          channel.port2.postMessage(null);
        } else if (performance.now() > giveUpAt) {
          fail(new Error("it never showed"));
        } else {
          requestAnimationFrame(look);
        }
      };
      requestAnimationFrame(look);
    });
  }

  const looks: Record<Look, () => unknown> = {
    focus: () => document.activeElement,
    form: () => document.querySelector("main textarea"),
    readers: () => document.querySelector("h2#readers"),
    mask: () => {
      const title = document.querySelector("h1 span");
      return title && getComputedStyle(title).color;
    },
  };

  let response: Promise<number> = Promise.reject(new Error("no key was watched for"));
  response.catch(() => undefined);

  window.probe = {
    painted: (selector) => untilPainted(() => document.querySelector(selector) !== null),
    async answered(control, press, answer) {
      await untilPainted(() => document.querySelector(control) !== null);
      let answered = false;
      const painted = untilPainted(() => document.querySelector(answer) !== null);
      painted.finally(() => {
        answered = true;
      });
      while (!answered) {
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(new KeyboardEvent("keydown", { ...press, bubbles: true, cancelable: true }));
        await Promise.race([painted, new Promise((done) => setTimeout(done, AGAIN))]);
      }
      return painted;
    },
    async watch(look) {
      await frame();
      const before = looks[look]();
      const pressed = new Promise<number>((done) =>
        window.addEventListener("keydown", (event) => done(event.timeStamp), { once: true, capture: true }),
      );
      response = untilPainted(() => looks[look]() !== before).then(async (at) => at - (await pressed));
      response.catch(() => undefined);
    },
    response: () => response,
  };
}
