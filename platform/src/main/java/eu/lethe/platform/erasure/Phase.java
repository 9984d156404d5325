package eu.lethe.platform.erasure;

/** Understands what a service confirms to have done. */
public enum Phase {
    /** Everything from before the suspension of the persons is applied. */
    SUSPENDED("suspended"),
    /** The read models hold nothing of the persons any more. */
    PURGED("purged"),
    /** The event store holds nothing unreadable of them any more. */
    PRUNED("pruned");

    private final String code;

    Phase(String code) {
        this.code = code;
    }

    /** As sent to retention-service. */
    public String code() {
        return code;
    }

    static Phase of(String code) {
        return switch (code) {
            case "suspended" -> SUSPENDED;
            case "purged" -> PURGED;
            case "pruned" -> PRUNED;
            default -> throw new IllegalArgumentException("not a phase of erasure");
        };
    }
}
