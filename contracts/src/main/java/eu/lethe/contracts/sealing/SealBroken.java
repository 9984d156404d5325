package eu.lethe.contracts.sealing;

/** Understands why a ciphertext was refused. Carries a code and nothing of the content. */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the ciphertext. */
    public enum Flaw {
        /** Not a JWE in compact form, or its clear text is not what the field holds. */
        MALFORMED,
        /** Another algorithm than {@code dir} with {@code A256GCM}. */
        FOREIGN_ALGORITHM,
        /** Sealed under another key: another person, compartment or generation. */
        FOREIGN_KEY,
        /** Sealed for another record or field: it was moved. */
        FOREIGN_CONTEXT,
        /** The authentication tag does not match: altered, or another key under the same name. */
        TAMPERED
    }

    private final Flaw flaw;

    /** States the flaw. */
    public SealBroken(Flaw flaw) {
        super("sealed value refused: " + flaw);
        this.flaw = flaw;
    }

    /** The flaw found. */
    public Flaw flaw() {
        return flaw;
    }
}
