import { type Envelope, textsOf } from "./envelope.ts";
import type { Found, Place } from "./places.ts";
import type { Text } from "./text.ts";

/** Understands what one place holds of a desk, as far as this tab knows, and what both last agreed on. */
export class Copy {
  /** Of the writing that the place holds, and that was written here or has come to the desk. */
  writtenAt = 0;
  agreed: Text[] = [];
  private revision: string | null = null;
  /** Whether it was looked at what the place holds: only then may it be overwritten. */
  looked = false;
  /** What was sent there; if no answer came, it may have arrived all the same. */
  private tried: Envelope | undefined;

  private readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }

  async look(): Promise<Envelope | undefined> {
    const found = await this.place.look();
    this.take(found);
    return found.envelope;
  }

  /** Looks again, and says what is there beside what both agreed on. */
  async lookAgain(): Promise<{ agreed: Text[]; theirs: Text[]; writtenAt: number }> {
    const before = this.agreed;
    const { tried } = this;
    const envelope = await this.look();
    const arrived = tried && envelope?.writtenAt === tried.writtenAt;
    const theirs = envelope ? textsOf(envelope) : [];
    return { agreed: arrived ? theirs : before, theirs, writtenAt: envelope?.writtenAt ?? 0 };
  }

  /** Returns whether it is kept; if not, something else is there, and has to be looked at. */
  async keep(envelope: Envelope): Promise<boolean> {
    this.tried = envelope;
    const revision = await this.place.keep(envelope, this.revision);
    if (revision === undefined) {
      this.looked = false;
      return false;
    }
    this.take({ envelope, revision });
    return true;
  }

  async drop(): Promise<boolean> {
    if (!(await this.place.drop(this.revision))) {
      this.looked = false;
      return false;
    }
    this.take({ envelope: undefined, revision: null });
    return true;
  }

  private take({ envelope, revision }: Found) {
    this.looked = true;
    this.revision = revision;
    this.writtenAt = envelope?.writtenAt ?? 0;
    this.agreed = envelope ? textsOf(envelope) : [];
    this.tried = undefined;
  }
}
