package eu.lethe.platform.receiving;

/** A message that no version of this service will ever be able to read. */
sealed class UnreadableMessage extends RuntimeException permits ForgedMessage {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code lower-case with hyphens; it goes to the dead-letter topic in place of any text
     */
    UnreadableMessage(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
