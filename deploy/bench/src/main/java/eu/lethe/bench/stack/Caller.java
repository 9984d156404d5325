package eu.lethe.bench.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who asks the stack for something, with a token of their own: somebody at work, through the gateway; or a program. */
public final class Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI at;
    private final String token;

    private Caller(URI at, URI tokens, String form) {
        this.at = at;
        var asked = HttpRequest.newBuilder(tokens)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        token = send(asked).required("access_token").asString();
    }

    /** By the name of a demo account. */
    static Caller staff(URI gateway, URI identity, String account) {
        return new Caller(gateway, identity.resolve("/demo/token"), "account=" + account);
    }

    /** By its name and secret, which need no encoding; it asks a service without the gateway. */
    static Caller program(URI service, URI identity, String name, String secret) {
        return new Caller(
                service,
                identity.resolve("/oauth2/token"),
                "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(name, secret));
    }

    /** Asks for what is there. */
    public JsonNode get(String path) {
        return send(to(path).GET().build());
    }

    /** Sends JSON; the answer. */
    public JsonNode post(String path, Map<String, ?> body) {
        return post(path, "application/json", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    /** Sends anything else; the answer. */
    public JsonNode post(String path, String mediaType, BodyPublisher body) {
        return send(to(path).header("Content-Type", mediaType).POST(body).build());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(at.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("%s %s was answered with %d"
                        .formatted(request.method(), request.uri().getPath(), answer.statusCode()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException away) {
            throw new RunningStack.NotRunning(away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }
}
