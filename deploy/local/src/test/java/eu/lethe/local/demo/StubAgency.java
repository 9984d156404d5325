package eu.lethe.local.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Understands standing in for the API: keeps what is written, and can fall silent after a number of writes. */
final class StubAgency {

    static final String TODAY = "2026-11-24";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What was written for one person. */
    record Person(String id, JsonNode identity, List<JsonNode> contacts, List<String> purposes) {}

    private static final Map<String, String> ID_OF = Map.of(
            "third-party", "informationId",
            "assessments", "assessmentId",
            "referrals", "referralId",
            "members", "membershipId",
            "notice", "informationId");

    /** What the services refuse to be told twice. */
    private static final Set<String> ONCE = Set.of("members", "notice");

    final Map<String, Person> persons = new ConcurrentHashMap<>();
    final Map<String, String> unitOfFile = new ConcurrentHashMap<>();
    final Map<String, String> personOfFile = new ConcurrentHashMap<>();
    final Map<String, String> openedOn = new ConcurrentHashMap<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    final AtomicInteger withdrawals = new AtomicInteger();
    final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger silentAfter = new AtomicInteger(Integer.MAX_VALUE);
    private final HttpServer server;

    StubAgency() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
    }

    /** After this many writes each further one takes effect, and its answer is lost. */
    void fallsSilentAfter(int count) {
        silentAfter.set(count);
    }

    void speaksAgain() {
        silentAfter.set(Integer.MAX_VALUE);
    }

    List<JsonNode> contacts() {
        return persons.values().stream().flatMap(it -> it.contacts().stream()).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = exchange.getRequestBody().readAllBytes();
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        var parts = path.split("/", -1);
        if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, read(path, parts, exchange.getRequestURI().getQuery()));
        } else if (path.equals("/api/cases/search")) {
            send(
                    exchange,
                    200,
                    Map.of("items", search(JSON.readTree(body).get("text").asString())));
        } else {
            var lost = writes.incrementAndGet() > silentAfter.get();
            var answer = write(path, parts, JSON.readTree(body));
            if (lost) {
                exchange.close();
            } else {
                send(exchange, answer.containsKey("conflict") ? 409 : path.endsWith("/withdrawal") ? 200 : 201, answer);
            }
        }
    }

    private Map<String, ?> read(String path, String[] parts, String query) {
        if (path.equals("/api/cases/me")) {
            return Map.of("today", TODAY);
        }
        if (path.equals("/api/consents")) {
            var person = person(query.substring("personId=".length()));
            return Map.of(
                    "items",
                    person.purposes().stream()
                            .map(it -> Map.of("purpose", it, "consentId", person.id() + "~" + it))
                            .toList());
        }
        if (path.endsWith("/household")) {
            return Map.of("members", records.getOrDefault(path + "/members", List.of()));
        }
        if (!parts[parts.length - 1].equals(parts[4])) {
            var idMember = ID_OF.get(parts[parts.length - 1]);
            return Map.of(
                    "items",
                    records.getOrDefault(path, List.of()).stream()
                            .map(id -> Map.of(idMember, id))
                            .toList());
        }
        return Map.of(
                "timeline",
                Map.of(
                        "contacts",
                        person(personOfFile.getOrDefault(parts[4], ""))
                                .contacts()
                                .size()));
    }

    private Map<String, ?> write(String path, String[] parts, JsonNode body) {
        if (path.equals("/api/cases/persons")) {
            var id = UUID.randomUUID().toString();
            persons.put(id, new Person(id, body, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>()));
            return Map.of("personId", id);
        }
        if (path.equals("/api/cases/files")) {
            var opened = open(body.get("personId").asString(), body.get("unit").asString());
            openedOn.put(
                    String.valueOf(opened.get("fileId")), body.path("openedOn").asString());
            return opened;
        }
        if (path.endsWith("/contacts")) {
            person(personOfFile.getOrDefault(parts[4], "")).contacts().add(body);
            return Map.of("contactId", UUID.randomUUID().toString());
        }
        var idMember = ID_OF.get(parts[parts.length - 1]);
        if (ONCE.contains(parts[parts.length - 1]) && records.containsKey(path)) {
            return Map.of("conflict", true);
        }
        if (idMember != null) {
            var id = UUID.randomUUID().toString();
            records.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>()).add(id);
            return Map.of(idMember, id);
        }
        if (path.endsWith("/withdrawal")) {
            withdrawals.incrementAndGet();
            return Map.of();
        }
        var person = person(body.get("personId").asString());
        var purpose = body.get("purpose").asString();
        if (person.purposes().contains(purpose)) {
            return Map.of("conflict", true);
        }
        person.purposes().add(purpose);
        return Map.of("consentId", person.id() + "~" + purpose);
    }

    private Map<String, ?> open(String personId, String unit) {
        for (var file : personOfFile.entrySet()) {
            if (file.getValue().equals(personId)) {
                return Map.of("conflict", true, "fileId", file.getKey());
            }
        }
        var id = UUID.randomUUID().toString();
        unitOfFile.put(id, unit);
        personOfFile.put(id, personId);
        return Map.of("fileId", id);
    }

    private List<Map<String, ?>> search(String text) {
        var found = new ArrayList<Map<String, ?>>();
        persons.values().forEach(it -> {
            var name = it.identity().get("givenName").asString() + " "
                    + it.identity().get("familyName").asString();
            if (name.equals(text)) {
                found.add(Map.of(
                        "personId", it.id(),
                        "givenName", it.identity().get("givenName").asString(),
                        "familyName", it.identity().get("familyName").asString(),
                        "birthDate", it.identity().path("birthDate").asString(""),
                        "birthYear", it.identity().path("birthYear").asInt(0)));
            }
        });
        return found;
    }

    Person person(String id) {
        var person = persons.get(id);
        if (person == null) {
            throw new IllegalStateException("unknown person");
        }
        return person;
    }

    private static void send(HttpExchange exchange, int status, Map<String, ?> answer) throws IOException {
        var bytes = JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
