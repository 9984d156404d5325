package eu.lethe.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Understands the API as somebody with a token uses it. */
public record Client(String url, String token) {

    /** What came back. */
    public record Answer(int status, String text) {

        /** The body as JSON. */
        public JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        /** The problem's code. */
        public String problem() {
            return json().path("type").asString().replace("urn:lethe:problem:", "");
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** GET. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** GET of another format than JSON, in a language. */
    public Answer get(String path, String format, String language) {
        return send(request(path)
                .header("Accept", format)
                .header("Accept-Language", language)
                .GET());
    }

    /** POST of JSON. */
    public Answer post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** POST of JSON under a key. */
    public Answer postUnder(String path, String json, String key) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** POST without a body. */
    public Answer post(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
