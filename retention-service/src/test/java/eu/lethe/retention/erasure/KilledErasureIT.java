package eu.lethe.retention.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.certificate.CertificateVerifier;
import eu.lethe.retention.keys.KilledAt;
import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RetentionProcess;
import eu.lethe.retention.running.Someone;
import eu.lethe.testkit.Topic;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An erasure of twenty persons, whose process is killed after each step and in the middle of steps, while others ask for the
 * keys to read and to write with: it comes to the same end, once, and nobody is given a key that was taken.
 */
class KilledErasureIT {

    private static final int PERSONS = 20;
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration BETWEEN_TWO_KEYS = Duration.ofMillis(5);
    private static final Duration UNTIL_IT_IS_BACK = Duration.ofMillis(100);
    private static final List<Someone> SERVICES =
            List.of(Someone.CASE_SERVICE, Someone.CONSENT_SERVICE, Someone.REPORTING_SERVICE);
    private static final Callable<Boolean> NEVER_MIND = () -> true;

    /** A key that was asked for: when that began, and whether it was handed out. */
    private record Lease(UUID person, long askedAt) {}

    @TempDir
    private Path state;

    private final Queue<Lease> leased = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void killed_after_each_step_it_comes_to_the_same_end() throws Exception {
        try (var retention = new RetentionProcess(state)) {
            erase(retention, () -> {
                retention.kill();
                retention.start();
                return true;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void killed_between_two_writes_of_a_removal_it_comes_to_the_same_end(KilledAt.Point point) throws Exception {
        var steps = new AtomicInteger();
        try (var retention = new RetentionProcess(state)) {
            erase(retention, () -> {
                switch (steps.incrementAndGet()) {
                    case 2 -> {
                        retention.kill();
                        retention.start(KilledAt.class, KilledAt.option(point));
                    }
                    case 3 -> {
                        assertThat(retention.ended()).as("it died there").isEqualTo(137);
                        retention.start();
                    }
                    default -> {
                        // it runs on
                    }
                }
                return true;
            });
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "lethe.nightly", matches = "true")
    void killed_at_any_moment_it_comes_to_the_same_end() throws Exception {
        var seed = Long.getLong("lethe.seed", System.nanoTime());
        System.out.println("KilledErasureIT: -Dlethe.seed=" + seed);
        var random = new Random(seed);
        var killing = new AtomicBoolean(true);
        try (var retention = new RetentionProcess(state);
                var killer = Executors.newSingleThreadExecutor()) {
            var killed = killer.submit(() -> {
                while (killing.get()) {
                    Thread.sleep(random.nextLong(500, 8_000));
                    retention.kill();
                    retention.start();
                }
                return true;
            });
            try {
                for (var round = 0; round < 5; round++) {
                    erase(retention, NEVER_MIND);
                }
            } finally {
                killing.set(false);
            }
            killed.get();
        }
    }

    private void erase(RetentionProcess retention, Callable<Boolean> afterEachStep) throws Exception {
        over.set(false);
        leased.clear();
        var persons = persons(retention);
        long suspendedAt;
        try (var others = Executors.newFixedThreadPool(2)) {
            var reading = others.submit(() -> askForKeys(retention, persons, Map.of()));
            var writing = others.submit(() -> askForKeys(retention, persons, Map.of("current", true)));
            try {
                var erasure = asked(retention, persons);
                afterEachStep.call();
                until(retention, erasure, "suspended", Someone.APPROVER, "/approval");
                afterEachStep.call();
                await().atMost(SOON)
                        .ignoreException(UncheckedIOException.class)
                        .until(() -> show(retention, erasure)
                                        .at("/progress/suspended")
                                        .asInt()
                                == PERSONS);
                suspendedAt = System.nanoTime();
                assertThat(leased)
                        .as("keys were asked for and handed out before")
                        .isNotEmpty();

                retention.passes("P7D");
                await().atMost(SOON)
                        .until(() -> count(retention, "key_ledger where erasure_id = '" + erasure + "'") > 0);
                afterEachStep.call();
                eventually(retention, erasure, "removed");
                confirm(retention, erasure, "purged", "confirmed");
                afterEachStep.call();
                confirm(retention, erasure, "pruned", "certified");
                afterEachStep.call();
                eventually(retention, erasure, "certified");
                provesItOnce(retention, erasure);
            } finally {
                over.set(true);
            }
            reading.get();
            writing.get();
        }
        assertThat(leased.stream().filter(lease -> lease.askedAt() > suspendedAt))
                .as("no key is handed out after everybody was suspended")
                .isEmpty();
        assertThat(count(
                        retention,
                        "content_key where person_id in (select person_id from key_ledger)"
                                + " and compartment in ('identity', 'narrative', 'coding', 'third-party', 'health')"))
                .as("no key came back or was made anew")
                .isZero();
    }

    private static void provesItOnce(RetentionProcess retention, UUID erasure) throws SQLException {
        assertThat(show(retention, erasure).at("/progress/removed").asInt()).isEqualTo(PERSONS);
        assertThat(count(retention, "key_ledger where erasure_id = '" + erasure + "'"))
                .isEqualTo(PERSONS * 5);
        assertThat(count(retention, "certificate where erasure_id = '" + erasure + "'"))
                .isEqualTo(1);
        for (var type : List.of("KeysRemoved", "PersonSuspended", "PruningOrdered")) {
            assertThat(count(
                            retention,
                            "domain_event where aggregate_identifier = '" + erasure
                                    + "' and payload_type = 'lethe.retention." + type + ".v1'"))
                    .as(type + ", once for each person")
                    .isEqualTo(PERSONS);
        }
        var certificate = read(
                retention,
                "/api/retention/certificates/" + show(retention, erasure).textAt("/certificateId"));
        var anchor = read(retention, "/api/retention/anchor").text();
        assertThat(CertificateVerifier.verify(certificate.bytes(), anchor).valid())
                .isTrue();
    }

    /** Asks for one key after the other, to open with or to seal with, until all is over. */
    private boolean askForKeys(RetentionProcess retention, List<UUID> persons, Map<String, Boolean> how)
            throws InterruptedException {
        var random = new Random(how.size());
        while (!over.get()) {
            var person = persons.get(random.nextInt(persons.size()));
            var askedAt = System.nanoTime();
            try {
                var answer = how.isEmpty()
                        ? retention.get(Someone.CASE_SERVICE, "/api/retention/keys/" + person + ".identity.1")
                        : retention.post(
                                Someone.CASE_SERVICE,
                                "/api/retention/leases",
                                Map.of("current", List.of(Map.of("personId", person, "compartment", "narrative"))));
                if (answer.status() == 200
                        && (how.isEmpty() || answer.each("/keys").count() == 1)) {
                    leased.add(new Lease(person, askedAt));
                }
            } catch (UncheckedIOException killed) {
                Thread.sleep(UNTIL_IT_IS_BACK); // or the asking takes the processors that the start needs
            }
            Thread.sleep(BETWEEN_TWO_KEYS);
        }
        return true;
    }

    private static List<UUID> persons(RetentionProcess retention) {
        var persons = await().atMost(SOON)
                .ignoreException(UncheckedIOException.class)
                .until(
                        () -> retention.post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", PERSONS)),
                        answer -> answer.status() == 200 || answer.status() == 201)
                .each("/personIds")
                .map(id -> UUID.fromString(id.asString()))
                .toList();
        persons.forEach(person -> Topic.publish(Persons.registered(person), UUID.randomUUID()));
        var known =
                "'" + String.join("','", persons.stream().map(UUID::toString).toList()) + "'";
        await().atMost(SOON)
                .until(() -> count(retention, "known_person where person_id in (" + known + ")") == PERSONS);
        return persons;
    }

    /** Previews, and asks until it is asked for: who is not answered does not know whether it was done. */
    private static UUID asked(RetentionProcess retention, List<UUID> persons) {
        var preview = await().atMost(SOON)
                .ignoreException(UncheckedIOException.class)
                .until(
                        () -> retention.post(
                                Someone.ADMIN,
                                "/api/retention/erasures",
                                Map.of("personIds", persons, "reason", "right-exercised")),
                        answer -> answer.status() == 201);
        var erasure = preview.idAt("/erasureId");
        await().atMost(SOON).ignoreException(UncheckedIOException.class).until(() -> {
            var number = show(retention, erasure).at("/share/toConfirm").asInt(0);
            retention.post(Someone.ADMIN, path(erasure) + "/request", Map.of("confirmedCount", number));
            return show(retention, erasure).textAt("/state").equals("requested");
        });
        return erasure;
    }

    private static void until(RetentionProcess retention, UUID erasure, String state, Someone caller, String step) {
        await().atMost(SOON).ignoreException(UncheckedIOException.class).until(() -> {
            retention.post(caller, path(erasure) + step);
            return show(retention, erasure).textAt("/state").equals(state);
        });
    }

    private static void confirm(RetentionProcess retention, UUID erasure, String phase, String state) {
        await().atMost(SOON).ignoreException(UncheckedIOException.class).until(() -> {
            SERVICES.forEach(
                    service -> retention.post(service, path(erasure) + "/confirmations", Map.of("phase", phase)));
            var now = show(retention, erasure).textAt("/state");
            return now.equals(state) || now.equals("pruned") || now.equals("destroyed");
        });
    }

    private static void eventually(RetentionProcess retention, UUID erasure, String state) {
        await().atMost(SOON)
                .ignoreException(UncheckedIOException.class)
                .until(() -> show(retention, erasure).textAt("/state").equals(state));
    }

    private static Answer show(RetentionProcess retention, UUID erasure) {
        return read(retention, path(erasure));
    }

    /** Asks until there is an answer: it may just have been killed. */
    private static Answer read(RetentionProcess retention, String path) {
        return await().atMost(SOON)
                .ignoreException(UncheckedIOException.class)
                .until(() -> retention.get(Someone.DPO, path), answer -> answer.status() == 200);
    }

    private static String path(UUID erasure) {
        return "/api/retention/erasures/" + erasure;
    }

    private static int count(RetentionProcess retention, String of) throws SQLException {
        try (var connection = retention.database().connect();
                var question = connection.createStatement();
                var answer = question.executeQuery("select count(*) from " + of)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
