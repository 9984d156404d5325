package eu.lethe.contracts.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Understands when a witness countersigns a head of the agency's list: when it follows from the one they countersigned last. */
public final class WitnessLog {

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * To be added to the log.
         *
         * @param size of the list
         */
        record Countersigned(String statement, long size) implements Outcome {}

        /**
         * It is contained in what was countersigned.
         *
         * @param size of the list
         */
        record Known(long size) implements Outcome {}

        /** The witness signs nothing. */
        record Refused(Refusal why) implements Outcome {}
    }

    private final Anchor agency;
    private final WitnessKey own;

    /**
     * @param agency whose list it is
     */
    public WitnessLog(Anchor agency, WitnessKey own) {
        this.agency = agency;
        this.own = own;
    }

    /**
     * Looks at a head.
     *
     * @param log what was countersigned so far, one statement a line; absent when nothing was
     * @param head as the agency's service answers it
     * @param growth the proof that joins it with the last one; absent when there is none
     */
    public Outcome next(@Nullable String log, String head, @Nullable String growth, Instant at) {
        return switch (new KeptHead(head, growth, null).read(agency)) {
            case KeptHead.Reading.Refused(var _) -> new Outcome.Refused(Refusal.HEAD_NOT_SIGNED);
            case KeptHead.Reading.Head(var seen) -> {
                if (log == null || log.isBlank()) {
                    yield countersigned(head, seen, at);
                }
                var kept = new KeptHead(log, growth, own.publicJwk());
                yield switch (kept.read(agency)) {
                    case KeptHead.Reading.Refused(var why) -> new Outcome.Refused(why);
                    case KeptHead.Reading.Head(var last) -> {
                        var torn = kept.against(last, seen);
                        if (torn.isPresent()) {
                            yield new Outcome.Refused(torn.get());
                        }
                        yield seen.size() > last.size()
                                ? countersigned(head, seen, at)
                                : new Outcome.Known(seen.size());
                    }
                };
            }
        };
    }

    private Outcome countersigned(String head, TreeHead seen, Instant at) {
        return new Outcome.Countersigned(own.sign(new WitnessedHead(head.strip(), at)), seen.size());
    }
}
