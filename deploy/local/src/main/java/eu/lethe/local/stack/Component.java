package eu.lethe.local.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Understands what the stack consists of, in the order of need: whoever comes first is needed by who follows. */
public enum Component {
    POSTGRESQL("postgresql", "POSTGRES", 15432),
    KAFKA("kafka", "KAFKA", 19092),
    IDENTITY("identity", "IDENTITY", 8090),
    RETENTION("retention-service", "RETENTION", 8083),
    CASE("case-service", "CASE", 8081),
    CONSENT("consent-service", "CONSENT", 8082),
    REPORTING("reporting-service", "REPORTING", 8084),
    GATEWAY("gateway", "GATEWAY", 8080);

    private final String label;
    private final String variable;
    private final int defaultPort;

    Component(String label, String variable, int defaultPort) {
        this.label = label;
        this.variable = "LETHE_PORT_" + variable;
        this.defaultPort = defaultPort;
    }

    /** The name that people read and type. */
    public String label() {
        return label;
    }

    /** The environment variable that sets its port. */
    public String portVariable() {
        return variable;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** The four services, which keep business time. */
    public static List<Component> services() {
        return List.of(RETENTION, CASE, CONSENT, REPORTING);
    }

    /** What runs our own code behind HTTP: the services, the identity provider and the gateway. */
    public static List<Component> applications() {
        return List.of(IDENTITY, RETENTION, CASE, CONSENT, REPORTING, GATEWAY);
    }

    /** The component of that name; {@code case} is as good as {@code case-service}. */
    public static Optional<Component> named(String name) {
        return Arrays.stream(values())
                .filter(it -> it.label.equals(name) || it.label.equals(name + "-service"))
                .findFirst();
    }
}
