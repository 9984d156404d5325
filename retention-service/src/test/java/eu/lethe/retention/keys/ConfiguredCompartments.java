package eu.lethe.retention.keys;

import java.util.List;

/** The compartments that Lethe ships with, for tests. */
public final class ConfiguredCompartments {

    private ConfiguredCompartments() {}

    /** All seven. */
    public static Compartments all() {
        return new Compartments(
                List.of("identity", "narrative", "coding", "third-party", "health", "consent", "rights"));
    }
}
