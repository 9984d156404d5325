package eu.lethe.local.stack;

import eu.lethe.embedded.PostmasterFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Understands whether a component does its work, by asking it. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StateDirectory state;
    private final StackAddresses addresses;
    private final HttpClient http;

    Readiness(StateDirectory state, StackAddresses addresses, HttpClient http) {
        this.state = state;
        this.addresses = addresses;
        this.http = http;
    }

    boolean of(Component component) {
        return switch (component) {
            case POSTGRESQL -> hasPostgresAnnouncedItself() && listens(component);
            case KAFKA -> Files.exists(readyFile(state, component)) && listens(component);
            case IDENTITY, RETENTION, CASE, CONSENT, REPORTING, GATEWAY -> answersReady(component);
        };
    }

    /** Written by the broker's process once the broker takes requests; others answer for themselves. */
    static Path readyFile(StateDirectory state, Component component) {
        return state.run().resolve(component.label() + ".ready");
    }

    private boolean hasPostgresAnnouncedItself() {
        try {
            return Files.readString(
                            new PostmasterFile(state.postgresql()).data().resolve("postmaster.pid"))
                    .contains("ready");
        } catch (IOException absent) {
            return false;
        }
    }

    private boolean listens(Component component) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), addresses.ports().of(component)),
                    (int) PATIENCE.toMillis());
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private boolean answersReady(Component component) {
        URI health = addresses.of(component).resolve("/actuator/health/readiness");
        try {
            HttpRequest question =
                    HttpRequest.newBuilder(health).timeout(PATIENCE).build();
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
