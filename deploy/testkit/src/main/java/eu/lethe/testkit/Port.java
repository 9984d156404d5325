package eu.lethe.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Understands a port of this machine on which somebody answers in JSON. */
public final class Port {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;

    private Port(HttpServer server) {
        this.server = server;
    }

    /** One that nobody has. */
    public static Port free() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return new Port(server);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Says what is answered below a path. */
    public void answers(String path, Function<HttpExchange, Object> answer) {
        answers(path, () -> false, answer);
    }

    /** Says what is answered below a path, unless who answers is away: then it is 503. */
    public void answers(String path, BooleanSupplier away, Function<HttpExchange, Object> answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var gone = away.getAsBoolean();
                var body = gone ? new byte[0] : JSON.writeValueAsBytes(answer.apply(exchange));
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(gone ? 503 : 200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    /** What was sent. */
    public static JsonNode body(HttpExchange exchange) {
        return JSON.readTree(exchange.getRequestBody());
    }
}
