package eu.lethe.local.stack;

import java.net.URI;

/** Understands where the parts of a running stack are reached. */
public record StackAddresses(Ports ports) {

    /** Where people and scripts go. */
    public URI gateway() {
        return of(Component.GATEWAY);
    }

    public URI identity() {
        return of(Component.IDENTITY);
    }

    public URI of(Component component) {
        return URI.create("http://127.0.0.1:" + ports.of(component));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.of(Component.KAFKA);
    }

    /** Where the business clock of a service is read. */
    URI businessClock(Component service) {
        return of(service).resolve("/actuator/businessclock");
    }
}
