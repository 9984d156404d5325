package eu.lethe.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Understands a browser with its cookies, or a script with none; keeps all it was ever sent. */
final class Visitor {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final List<HttpResponse<String>> received = new ArrayList<>();

    private Visitor() {
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    static Visitor unknown() {
        return new Visitor();
    }

    static Visitor signedIn() {
        var visitor = new Visitor();
        visitor.signIn(SignIn.PATH);
        return visitor;
    }

    /** Follows the way through the provider and back, and returns where it ends. */
    String signIn(String start) {
        var toProvider = get(start);
        var back = get(location(toProvider));
        var end = location(get(location(back)));
        get("/");
        return end;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> head(String path) {
        return send(request(path).HEAD());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        var request = request(path, headers).POST(BodyPublishers.ofString(body));
        return send(
                List.of(headers).contains("Content-Type")
                        ? request
                        : request.header("Content-Type", "application/json"));
    }

    HttpResponse<String> attach(String path, byte[] document, String... headers) {
        return upload(path, "application/octet-stream", document, headers);
    }

    HttpResponse<String> upload(String path, String type, byte[] document, String... headers) {
        return send(request(path, headers).header("Content-Type", type).POST(BodyPublishers.ofByteArray(document)));
    }

    /** Without saying how long it is. */
    HttpResponse<String> attachStreaming(String path, byte[] document, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(document))));
    }

    String csrfToken() {
        return cookie("XSRF-TOKEN").getValue();
    }

    HttpCookie cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that reached the browser: statuses, headers and bodies. */
    String everythingReceived() {
        var all = new StringBuilder();
        received.forEach(response ->
                all.append(response.headers().map()).append(response.body()).append('\n'));
        return all.toString();
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(
                path.startsWith("http") ? URI.create(path) : RunningGateway.ADDRESS.resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            if (response.uri().getPort() == RunningGateway.ADDRESS.getPort()) {
                received.add(response);
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
