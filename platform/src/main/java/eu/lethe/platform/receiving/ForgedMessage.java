package eu.lethe.platform.receiving;

/** A message that whoever may write to its topic did not write, or did not mean: it has no effect. */
final class ForgedMessage extends UnreadableMessage {

    private static final long serialVersionUID = 1L;

    /**
     * @param code lower-case with hyphens; it goes to the dead-letter topic in place of any text
     */
    ForgedMessage(String code) {
        super(code);
    }
}
