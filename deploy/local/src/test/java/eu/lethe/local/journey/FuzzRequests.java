package eu.lethe.local.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Understands making a request that an operation describes, and spoiling it: a value, a member, a letter of its path. */
final class FuzzRequests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final String WORDS = "Ligne de texte. ";

    /** A request as it goes over the wire, but for its token. */
    static final class Request {

        private final OpenApiOperation operation;
        private final String target;
        private final Map<String, String> headers;
        private final byte[] body;

        private Request(OpenApiOperation operation, String target, Map<String, String> headers, byte[] body) {
            this.operation = operation;
            this.target = target;
            this.headers = Map.copyOf(headers);
            this.body = body;
        }

        OpenApiOperation operation() {
            return operation;
        }

        RawHttp.Answer sendOver(RawHttp http, String token) {
            var all = new LinkedHashMap<>(headers);
            if (!token.isEmpty()) {
                all.put("Authorization", "Bearer " + token);
            }
            return http.send(operation.method(), target, all, body);
        }

        /** Small enough to read. */
        String shortened() {
            var text = new String(body, ISO_8859_1);
            return "%s %s %s %s"
                    .formatted(
                            operation.method(),
                            clipped(target, 200),
                            headers,
                            text.isEmpty() ? "" : text.length() + " B: " + clipped(text, 160));
        }

        int size() {
            return target.length() + body.length;
        }

        private static String clipped(String text, int most) {
            return (text.length() > most ? text.substring(0, most) + "…" : text).replaceAll("\\p{Cntrl}", "?");
        }
    }

    private final Random chance;
    private final Map<String, List<String>> known;
    private final String canary;

    /**
     * @param known ids of records that were made for this, by the names that the documents give them
     * @param canary a word that must come back from nowhere
     */
    FuzzRequests(Random chance, Map<String, List<String>> known, String canary) {
        this.chance = chance;
        this.known = known;
        this.canary = canary;
    }

    Request of(OpenApiOperation operation) {
        var spoilt = chance.nextInt(6);
        var target = path(operation, spoilt == 1) + query(operation, spoilt == 2);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "application/json");
        var body = new byte[0];
        if (!operation.method().equals("GET")) {
            headers.put(
                    "Content-Type",
                    operation.path().endsWith("/attachments") ? "application/octet-stream" : "application/json");
            body = body(operation, spoilt);
        }
        for (var parameter : operation.parameters("header")) {
            var name = parameter.path("name").asString();
            if (!name.equals("Authorization")) {
                headers.put(name, header(spoilt == 3));
            }
        }
        if (spoilt == 4) {
            headers.put(
                    oneOf("Accept", "Content-Type", "Accept-Language", "Range", "If-Match"),
                    oneOf(
                            "text/plain",
                            "application/xml",
                            "multipart/form-data",
                            "application/json;charset=utf-16",
                            "application/json;charset=" + canary,
                            "*/*",
                            "a/b/c",
                            canary,
                            "text/csv",
                            ";;;",
                            "bytes=9-1,-",
                            "application/x-www-form-urlencoded"));
        }
        return new Request(operation, target, headers, body);
    }

    private String path(OpenApiOperation operation, boolean spoilt) {
        var path = PLACEHOLDER
                .matcher(operation.path())
                .replaceAll(found -> Matcher.quoteReplacement(
                        spoilt && chance.nextBoolean() ? encoded(nastyText()) : id(found.group(1))));
        if (!spoilt) {
            return path;
        }
        return switch (chance.nextInt(8)) {
            case 0 -> path.replaceFirst("/api/", "/%61pi/");
            case 1 -> path.replaceFirst("/api/", "//api/./");
            case 2 -> path + ";v=" + canary;
            case 3 -> path + "/%2e%2e/" + canary;
            case 4 -> path + "%00";
            case 5 -> path + "%2F" + canary + "%ED%A0%80";
            case 6 -> path.substring(0, path.length() - 1) + "%25" + "%2500";
            default -> path;
        };
    }

    private String query(OpenApiOperation operation, boolean spoilt) {
        var parts = new ArrayList<String>();
        for (var parameter : operation.parameters("query")) {
            if (parameter.path("required").asBoolean() ? !spoilt || chance.nextInt(4) > 0 : chance.nextBoolean()) {
                var value = spoilt && chance.nextBoolean()
                        ? oneOf(encoded(nastyText()), "%ED%A0%80", "%00", "%", "%zz", "9".repeat(40), "-1", "")
                        : encoded(plain(operation, parameter.path("name").asString(), parameter.path("schema")));
                parts.add(parameter.path("name").asString() + "=" + value);
            }
        }
        if (spoilt && chance.nextInt(3) == 0) {
            parts.add(oneOf("x=%ED%A0%80", "x=%", "%00=1", "x[]=" + canary, "page=1&page=2", "&&=", "sort=" + canary));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private byte[] body(OpenApiOperation operation, int spoilt) {
        if (operation.body().isEmpty()) {
            return (spoilt == 3
                            ? oneOf("%PDF" + canary, canary, "{", "\0")
                            : "%PDF-1.7\n1 0 obj<</Type/Page>>endobj\n%%EOF\n")
                    .getBytes(UTF_8);
        }
        var schema = operation.body().get();
        if (spoilt == 5) {
            return whole(operation, schema);
        }
        return json(operation, "", schema, spoilt == 0 || spoilt == 3 ? 4 : 0, 0)
                .getBytes(UTF_8);
    }

    /** The body spoilt as a whole. */
    private byte[] whole(OpenApiOperation operation, JsonNode schema) {
        var good = json(operation, "", schema, 0, 0);
        return switch (chance.nextInt(9)) {
            case 0 -> good.substring(0, good.length() / 2).getBytes(UTF_8);
            case 1 -> ("[".repeat(3_000) + canary).getBytes(UTF_8);
            case 2 -> "{\"a\":".repeat(3_000).getBytes(UTF_8);
            case 3 -> rawSurrogate(good);
            case 4 -> good.getBytes(java.nio.charset.StandardCharsets.UTF_16);
            case 5 -> new byte[0];
            case 6 -> ("[" + good + "]").getBytes(UTF_8);
            case 7 ->
                oneOf("null", "17", "\"" + canary + "\"", "true", "[]", "{}").getBytes(UTF_8);
            default ->
                good.replaceFirst("\\{", "{\"" + canary + "\":\"" + canary + "\",")
                        .getBytes(UTF_8);
        };
    }

    private static byte[] rawSurrogate(String good) {
        // a letter of the first text becomes the bytes of half a character, which no encoder writes
        return good.replaceFirst("\":\"[^\"]", "\":\"\u00ed\u00a0\u0080").getBytes(ISO_8859_1);
    }

    /** A value as its schema says; one in so many is something else. */
    private String json(OpenApiOperation operation, String name, JsonNode schema, int oneIn, int depth) {
        if (oneIn > 0 && chance.nextInt(oneIn) == 0) {
            return nasty();
        }
        var known = operation.resolved(schema);
        return switch (known.path("type").asString("object")) {
            case "array" ->
                depth > 6
                        ? "[]"
                        : "[" + json(operation, name.replaceFirst("s$", ""), known.path("items"), oneIn, depth + 1)
                                + "]";
            case "integer", "number", "boolean" -> plain(operation, name, known);
            case "object" -> object(operation, known, oneIn, depth);
            default -> quoted(plain(operation, name, known));
        };
    }

    private String object(OpenApiOperation operation, JsonNode schema, int oneIn, int depth) {
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        var members = new ArrayList<String>();
        schema.path("properties").propertyStream().forEach(member -> {
            var needed =
                    required.contains(member.getKey()) ? oneIn == 0 || chance.nextInt(8) > 0 : chance.nextBoolean();
            if (needed && depth < 7) {
                members.add(quoted(member.getKey()) + ":"
                        + json(operation, member.getKey(), member.getValue(), oneIn, depth + 1));
            }
        });
        return "{" + String.join(",", members) + "}";
    }

    private String plain(OpenApiOperation operation, String name, JsonNode unresolved) {
        var schema = operation.resolved(unresolved);
        var choices = schema.path("enum").valueStream().map(JsonNode::asString).toList();
        if (!choices.isEmpty()) {
            return choices.get(chance.nextInt(choices.size()));
        }
        return switch (schema.path("type").asString("")) {
            case "integer", "number" -> String.valueOf(chance.nextInt(3) == 0 ? chance.nextInt() : chance.nextInt(30));
            case "boolean" -> String.valueOf(chance.nextBoolean());
            default ->
                switch (schema.path("format").asString("")) {
                    case "uuid" -> id(name);
                    case "date" -> oneOf("2026-01-05", "1987-06-05", "2025-12-31", "2999-01-01");
                    default -> word(name);
                };
        };
    }

    private String word(String name) {
        return switch (name) {
            case "unit" -> oneOf("centre", "north", "south");
            case "code", "codes" -> oneOf("P03.4", "P01.1", canary);
            case "reason" ->
                oneOf(
                        "relative",
                        "protection",
                        "left",
                        "typing-error",
                        "emergency",
                        "right-exercised",
                        "goals-reached");
            default -> WORDS + canary;
        };
    }

    private String id(String name) {
        if (name.equals("index")) {
            return String.valueOf(chance.nextInt(5));
        }
        if (name.equals("kind")) {
            return oneOf("contact", "assessment", "person");
        }
        var singular = name.replaceFirst("Ids?$", "Id");
        var ids = known.getOrDefault(singular, List.of());
        // a copy: others add to it meanwhile
        var copy = List.copyOf(ids);
        return copy.isEmpty() || chance.nextInt(6) == 0
                ? new UUID(chance.nextLong(), chance.nextLong()).toString()
                : copy.get(chance.nextInt(copy.size()));
    }

    private String header(boolean spoilt) {
        return spoilt
                ? oneOf(canary + ".pdf.hta", "%00" + canary, "%ED%A0%80", "a".repeat(3_000), "", "../../" + canary, "%")
                : "loyer.pdf";
    }

    /** A piece of JSON that is hardly ever right. */
    private String nasty() {
        return switch (chance.nextInt(16)) {
            case 0 -> "null";
            case 1 -> "1e400";
            case 2 -> "9".repeat(400);
            case 3 -> "-9223372036854775809";
            case 4 -> "[".repeat(200) + "]".repeat(200);
            case 5 -> "{\"" + canary + "\":{}}";
            case 6 -> "true";
            case 7 -> "0.1";
            case 8 -> quoted("+1000000000-12-31");
            case 9 -> quoted("2026-02-30");
            case 10 -> "\"" + canary + "\\ud800\"";
            case 11 -> "\"" + canary + "\\u0000\"";
            default -> quoted(nastyText());
        };
    }

    private String nastyText() {
        return switch (chance.nextInt(14)) {
            case 0 -> canary + "\u0000";
            case 1 -> "\u202e" + canary;
            case 2 -> "\u00a0";
            case 3 -> "\u200b\u200b";
            case 4 -> "";
            case 5 -> "   ";
            case 6 -> "'; drop table " + canary + "; --";
            case 7 -> "<script>" + canary + "</script>";
            case 8 -> "${jndi:ldap://" + canary + "}";
            case 9 -> "../../../" + canary;
            case 10 -> chance.nextInt(10) == 0 ? canary.repeat(100_001 / canary.length() + 1) : canary.repeat(20);
            case 11 -> canary + "\r\nFAKE: " + canary;
            case 12 -> "\ud83d\udc69\u200d\ud83d\udc67" + canary + "\u0301".repeat(50);
            default -> canary;
        };
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private String oneOf(String... choices) {
        return choices[chance.nextInt(choices.length)];
    }
}
