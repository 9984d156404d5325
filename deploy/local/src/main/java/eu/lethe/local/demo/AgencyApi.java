package eu.lethe.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Understands calling Lethe's public API in the name of a demo account. */
final class AgencyApi {

    private static final Duration TOKEN_USE = Duration.ofMinutes(10);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What came back. */
    record Answer(int status, JsonNode body) {

        boolean succeeded() {
            return status / 100 == 2;
        }

        String text(String member) {
            return body.path(member).asString();
        }

        /** The answer, if something was made. */
        Answer created(String what) {
            if (status != 201) {
                throw refusal(what);
            }
            return this;
        }

        /** Says what went wrong without repeating what was sent. */
        DemoDataNotLoaded refusal(String what) {
            return new DemoDataNotLoaded("The demo data cannot be loaded: %s was refused with %d (%s)."
                    .formatted(what, status, text("type").isEmpty() ? "no type" : text("type")));
        }
    }

    /** No answer, or not now: whether the call had an effect is unknown. */
    static final class NoAnswer extends Exception {

        NoAnswer(String message) {
            super(message);
        }
    }

    private record Held(String token, Instant until) {}

    private final URI gateway;
    private final UnaryOperator<String> tokenOf;
    private final Map<String, Held> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    AgencyApi(URI gateway, UnaryOperator<String> tokenOf) {
        this.gateway = gateway;
        this.tokenOf = tokenOf;
    }

    /** Adds a member to a body, unless there is nothing to say. */
    static void putIfKnown(Map<String, Object> body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    Answer get(String account, String path) throws NoAnswer {
        return send(account, HttpRequest.newBuilder(gateway.resolve(path)).GET());
    }

    Answer post(String account, String path, Map<String, ?> body) throws NoAnswer {
        return send(
                account,
                HttpRequest.newBuilder(gateway.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private Answer send(String account, HttpRequest.Builder request) throws NoAnswer {
        try {
            var answer = http.send(
                    request.timeout(Duration.ofSeconds(30))
                            .header("Accept", "application/json")
                            .header("Authorization", "Bearer " + token(account))
                            .build(),
                    BodyHandlers.ofString());
            if (PASSING.contains(answer.statusCode())) {
                throw new NoAnswer("answered " + answer.statusCode());
            }
            return new Answer(answer.statusCode(), body(answer));
        } catch (IOException e) {
            throw new NoAnswer(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoDataNotLoaded("Loading the demo data was interrupted; ./lethe up continues it.");
        }
    }

    private static JsonNode body(HttpResponse<String> answer) {
        var isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return isJson ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    }

    private String token(String account) {
        return tokens.compute(
                        account,
                        (name, held) -> held != null && held.until().isAfter(Instant.now())
                                ? held
                                : new Held(tokenOf.apply(name), Instant.now().plus(TOKEN_USE)))
                .token();
    }
}
