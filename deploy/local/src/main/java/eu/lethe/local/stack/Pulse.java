package eu.lethe.local.stack;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Understands whether a part answers at all, whatever it answers: one that says that it is not ready is alive. A process that hangs
 * still has its connections accepted by the machine, so that each is asked something that takes it to answer.
 */
record Pulse(StackAddresses addresses, HttpClient http, Duration patience) {

    /** What came of a question. */
    enum Sign {
        ANSWER,
        /** Its port is open, and nobody says a word. */
        SILENCE,
        /** Nobody listens: it still starts, or has ended. */
        ABSENCE
    }

    /** PostgreSQL's question whether it encrypts: eight bytes, to which one is answered. */
    private static final byte[] DO_YOU_ENCRYPT = {0, 0, 0, 8, 4, (byte) 0xD2, 0x16, 0x2F};

    /** Kafka's question which requests there are (18, of version 0), by number 1, from nobody with a name. */
    private static final byte[] WHAT_DO_YOU_SPEAK = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1};

    Sign of(Component component) {
        return switch (component) {
            case POSTGRESQL -> answers(component, DO_YOU_ENCRYPT);
            case KAFKA -> answers(component, WHAT_DO_YOU_SPEAK);
            case IDENTITY, RETENTION, CASE, CONSENT, REPORTING, GATEWAY -> answersAnything(component);
        };
    }

    private Sign answers(Component component, byte[] question) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout((int) patience.toMillis());
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), addresses.ports().of(component)),
                    (int) patience.toMillis());
            socket.getOutputStream().write(question);
            socket.getOutputStream().flush();
            return socket.getInputStream().read() >= 0 ? Sign.ANSWER : Sign.SILENCE;
        } catch (ConnectException refused) {
            return Sign.ABSENCE;
        } catch (IOException silent) {
            return Sign.SILENCE;
        }
    }

    private Sign answersAnything(Component component) {
        var question = HttpRequest.newBuilder(addresses.of(component).resolve("/actuator/health/liveness"))
                .timeout(patience)
                .build();
        try {
            http.send(question, BodyHandlers.discarding());
            return Sign.ANSWER;
        } catch (ConnectException refused) {
            return Sign.ABSENCE;
        } catch (IOException silent) {
            return Sign.SILENCE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Sign.ANSWER;
        }
    }
}
