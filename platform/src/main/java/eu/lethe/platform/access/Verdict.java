package eu.lethe.platform.access;

import java.util.UUID;

/** Whether somebody may read about a person; if not, what keeps them out. */
public sealed interface Verdict permits Right, Verdict.Excluded, Verdict.Restricted, Verdict.OtherUnit {

    /**
     * This very person may not.
     *
     * @param ask whom they can ask
     */
    record Excluded(UUID ask) implements Verdict {}

    /**
     * Only others may.
     *
     * @param ask whom they can ask
     * @param opens whether an exceptional access would let them
     */
    record Restricted(UUID ask, boolean opens) implements Verdict {}

    /** The person is another unit's. */
    record OtherUnit() implements Verdict {}
}
