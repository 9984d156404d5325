package eu.lethe.cases.casefile;

/** Understands why a file may be closed. */
public final class ClosingReasons {

    /** The codes, as a pattern. */
    public static final String CODES = "goals-reached|moved-away|on-request|no-contact|died|other";

    private ClosingReasons() {}
}
