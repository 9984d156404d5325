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

/** Somebody at work, who asks the gateway with the token of a demo account. */
public final class StaffMember {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;
    private final String token;

    StaffMember(URI gateway, URI identity, String account) {
        this.gateway = gateway;
        var asked = HttpRequest.newBuilder(identity.resolve("/demo/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("account=" + account))
                .build();
        token = send(asked).required("access_token").asString();
    }

    /** Asks for what is there. */
    public JsonNode get(String path) {
        return send(to(path).GET().build());
    }

    /** Sends JSON; the answer. */
    public JsonNode post(String path, Map<String, Object> body) {
        return post(path, "application/json", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    /** Sends anything else; the answer. */
    public JsonNode post(String path, String mediaType, BodyPublisher body) {
        return send(to(path).header("Content-Type", mediaType).POST(body).build());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
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
