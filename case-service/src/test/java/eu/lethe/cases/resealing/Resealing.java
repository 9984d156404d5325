package eu.lethe.cases.resealing;

import eu.lethe.cases.running.KeysInMemory;

/** Sealing anew with keys of the tests. */
public final class Resealing {

    private Resealing() {}

    /** With these keys. */
    public static ResealedRecords with(KeysInMemory keys) {
        return new ResealedRecords(keys.opener(), keys.sealer());
    }
}
