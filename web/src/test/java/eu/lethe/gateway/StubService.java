package eu.lethe.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Understands standing in for a service: answers everything, and remembers what reached it. */
final class StubService {

    /** What reached the service. */
    record Call(String method, URI uri, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return String.join(",", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        }

        boolean has(String name) {
            return headers.containsKey(name.toLowerCase(Locale.ROOT));
        }
    }

    /** Where an answer breaks off when half of it is written. */
    static final String BREAKS_OFF = "/api/cases/breaks-off";

    private static final int PROMISED = 1024 * 1024;

    private final ConcurrentLinkedDeque<Call> calls = new ConcurrentLinkedDeque<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final HttpServer server;

    StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
    }

    Call lastCall() {
        return calls.getLast();
    }

    /** How many calls have begun, complete or not. */
    int begun() {
        return begun.get();
    }

    int count() {
        return calls.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        begun.incrementAndGet();
        var headers = new TreeMap<String, List<String>>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body));
        if (exchange.getRequestURI().getPath().equals(BREAKS_OFF)) {
            breakOff(exchange);
            return;
        }
        var answer = "{\"answered\":true}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Set-Cookie", "SERVICE=1; Path=/");
        exchange.getResponseHeaders().set("Server", "stub");
        if (exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Location", address() + "/api/cases/files/1");
        }
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 201 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, PROMISED);
        exchange.getResponseBody().write(new byte[PROMISED / 2]);
        exchange.getResponseBody().flush();
        exchange.close();
    }
}
