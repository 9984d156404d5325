package eu.lethe.retention.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.embedded.DatabaseAddress;
import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.RetentionService;
import eu.lethe.testkit.Identity;
import eu.lethe.testkit.Port;
import eu.lethe.testkit.Publishers;
import eu.lethe.testkit.SealedPlaces;
import eu.lethe.testkit.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test that speaks to the running service. All of them share one, so none relies on what is in it beforehand. */
@SpringBootTest(classes = RetentionService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class RunningRetention {

    private static final Identity IDENTITY = Identity.start();

    /** Who consented. */
    protected static final StubConsents CONSENTS = new StubConsents();

    private static final Port PUBLISHERS = Port.free();
    private static final Path STATE = temporaryDirectory();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> SERVERS = TestInfrastructure.propertiesFor("retention");

    @LocalServerPort
    private int port;

    @Autowired
    protected BusinessClock clock;

    @Autowired
    private ScheduledAnnotationBeanPostProcessor scheduling;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DataSource everything;

    @AfterEach
    void nothing_sealed_is_kept_here() {
        SealedPlaces.requireForgotten(everything, Set.of());
    }

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        SERVERS.forEach((name, value) -> registry.add(name, () -> value));
        registry.add("lethe.identity.url", IDENTITY::url);
        registry.add("lethe.consents.url", CONSENTS::url);
        registry.add("lethe.service.secret", () -> "test");
        // programs outside the agency that nobody ships: one that declares nothing, one that says nothing of being
        // outside
        registry.add("lethe.retention.clients.undeclared.compartments", () -> "identity");
        registry.add("lethe.retention.clients.undeclared.external", () -> "true");
        registry.add("lethe.retention.clients.unmarked.compartments", () -> "identity");
        // an outside program that asks for many keys at once
        registry.add("lethe.retention.clients.partner-service.compartments", () -> "identity,narrative");
        registry.add("lethe.retention.clients.partner-service.external", () -> "true");
        registry.add("lethe.retention.clients.partner-service.purposes", () -> "partner-referral");
        registry.add("lethe.retention.clients.partner-service.recipient", () -> "partners");
        Publishers.answerOn(PUBLISHERS, () -> false);
        registry.add("lethe.cases.url", PUBLISHERS::url);
        registry.add("lethe.clock.file", () -> clockFile().toString());
        registry.add("lethe.retention.epochs.file", () -> epochFile().toString());
        registry.add("lethe.retention.epochs.password", () -> "test");
        registry.add("lethe.retention.epochs.destroy-removed-within", () -> "PT2S");
        registry.add("lethe.retention.erasure.poll-every", () -> "PT0.1S");
        registry.add("lethe.retention.passing-keys.look-every", () -> "PT0.2S");
        // nobody answers for the other services here; who waits for them asks for it by itself
        registry.add("lethe.retention.erasure.wait-for-services", () -> "PT0S");
        registry.add("lethe.retention.erasure.batch", () -> "100");
        registry.add("lethe.retention.key-remover.password", () -> SERVERS.get("spring.datasource.password"));
    }

    private static Path temporaryDirectory() {
        try {
            var directory = Files.createTempDirectory("retention");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static Path clockFile() {
        return STATE.resolve("clock");
    }

    /** Where the epoch keys of the running service are. */
    protected static Path epochFile() {
        return STATE.resolve("keys/epochs.p12");
    }

    /** The database of the running service, as its own role. */
    protected static DatabaseAddress database() {
        return new DatabaseAddress(
                required("spring.datasource.url"),
                required("spring.datasource.username"),
                required("spring.datasource.password"));
    }

    private static String required(String name) {
        var value = SERVERS.get(name);
        if (value == null) {
            throw new IllegalStateException(name);
        }
        return value;
    }

    /** Moves the business clock forward, for all tests that follow too. */
    protected static void passes(String amount) {
        try {
            Files.writeString(clockFile(), amount + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Keeps the service from going on by itself, so that a test can stop it where it wants. */
    protected void automationRests() {
        scheduling.postProcessBeforeDestruction(automation(), "automation");
    }

    /** Lets it go on. */
    protected void automationWorks() {
        scheduling.postProcessAfterInitialization(automation(), "automation");
    }

    private Object automation() {
        return context.getBean("whenAStepIsDueThenTakeIt");
    }

    /** GET. */
    protected Answer get(Someone caller, String path) {
        return send(caller, "GET", path, null);
    }

    /** POST without a body. */
    protected Answer post(Someone caller, String path) {
        return send(caller, "POST", path, null);
    }

    /** POST of JSON. */
    protected Answer post(Someone caller, String path, Object body) {
        return send(
                caller,
                "POST",
                path,
                body instanceof String text ? text : EventJson.mapper().writeValueAsString(body));
    }

    /** POST of JSON under a key, so that it may be sent again. */
    protected Answer postOnce(Someone caller, String path, Object body, String key) {
        return send(caller, "POST", path, EventJson.mapper().writeValueAsString(body), key);
    }

    /** Any request, by anybody, in French. */
    protected Answer send(@Nullable Someone caller, String method, String path, @Nullable String body) {
        return send(caller, method, path, body, null);
    }

    private Answer send(
            @Nullable Someone caller, String method, String path, @Nullable String body, @Nullable String key) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", Locale.FRENCH.getLanguage())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (caller != null) {
            request.header("Authorization", "Bearer " + caller.token(IDENTITY));
        }
        if (key != null) {
            request.header(SendingKey.HEADER, key);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** An event of another service, with an id of its own. */
    protected static void happens(DomainEvent... events) {
        for (var event : events) {
            happens(UUID.randomUUID(), event);
        }
    }

    /** An event of another service, under an id; returns when Kafka has it. */
    protected static void happens(UUID id, DomainEvent event) {
        Topic.publish(event, id);
    }

    /** Waits until something is so. */
    protected static void eventually(String what, Supplier<Boolean> isSo) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!isSo.get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so: " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
