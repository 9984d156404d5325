package eu.lethe.cases.running;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as somebody signed in calls it. */
public final class Api {

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {

        /** An id in the body. */
        public UUID id(String member) {
            return UUID.fromString(body.get(member).asString());
        }

        /** A text in the body. */
        public String text(String member) {
            return body.get(member).asString();
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String url;
    private final String token;
    private final String language;

    /** Calls with a token, reading French. */
    public Api(String url, String token) {
        this(url, token, "fr");
    }

    private Api(String url, String token, String language) {
        this.url = url;
        this.token = token;
        this.language = language;
    }

    /** The same, reading English. */
    public Api inEnglish() {
        return new Api(url, token, "en");
    }

    /** GET. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** GET of another representation. */
    public Answer getAs(String path, String mediaType) {
        return send(request(path).header("Accept", mediaType).GET());
    }

    /** GET of what is no JSON. */
    public byte[] bytes(String path, String mediaType) {
        try {
            return HTTP.send(request(path).header("Accept", mediaType).GET().build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** POST of a CSV. */
    public Answer csv(String path, String csv) {
        return send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
    }

    /** POST of a JSON object. */
    public Answer post(String path, Map<String, ?> body) {
        return postRaw(path, JSON.writeValueAsString(body));
    }

    /** POST of a JSON object under a key (or several). */
    public Answer postUnder(String path, Map<String, ?> body, String... keys) {
        var request = request(path).header("Content-Type", "application/json");
        for (var key : keys) {
            request.header("Idempotency-Key", key);
        }
        return send(request.POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** PUT of a JSON object. */
    public Answer put(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** PUT of what may be no JSON at all. */
    public Answer putRaw(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    /** DELETE. */
    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** POST of what may be no JSON at all. */
    public Answer postRaw(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** POST that does not say how long it is. */
    public Answer postStreaming(String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
    }

    /** POST of a document, named in a header. */
    public Answer attach(String path, String encodedName, byte[] content) {
        return attach(path, encodedName, BodyPublishers.ofByteArray(content));
    }

    /** POST of a document under a key. */
    public Answer attachUnder(String path, String encodedName, byte[] content, String key) {
        return send(request(path)
                .header("Content-Type", "application/octet-stream")
                .header("Lethe-File-Name", encodedName)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(content)));
    }

    /** POST of a document that may come without saying how long it is. */
    public Answer attach(String path, String encodedName, BodyPublisher content) {
        return send(request(path)
                .header("Content-Type", "application/octet-stream")
                .header("Lethe-File-Name", encodedName)
                .POST(content));
    }

    /** GET of a document. */
    public HttpResponse<byte[]> document(String path) {
        try {
            return HTTP.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            var body = response.body().isBlank() ? "{}" : response.body();
            return new Answer(
                    response.statusCode(),
                    body.startsWith("{") ? JSON.readTree(body) : JSON.createObjectNode(),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
