package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.CaseProcess;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.sealing.Compartment;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys are suspended and removed, and no message says so: what bounds every reading and writing then is the end of the
 * lease, also for a process that slept through it.
 */
class LeaseEndIT extends RunningCaseService {

    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final String NAME = "Dormant";
    private static final String TEXT = "Pendant ce temps.";
    private static final List<Compartment> WHOLE_FILE = List.of(
            Compartment.IDENTITY,
            Compartment.NARRATIVE,
            Compartment.CODING,
            Compartment.THIRD_PARTY,
            Compartment.HEALTH);

    /** What was answered, whether it says anything of the person, and when that was asked for. */
    private record Heard(int status, boolean opened, long askedAt) {

        static Heard of(Api.Answer answer, long askedAt) {
            var said = answer.body().toString();
            return new Heard(answer.status(), said.contains(NAME) || said.contains(TEXT), askedAt);
        }
    }

    @TempDir
    private Path state;

    @Autowired
    private JdbcClient database;

    private final Queue<Heard> read = new ConcurrentLinkedQueue<>();
    private final Queue<Heard> found = new ConcurrentLinkedQueue<>();
    private final Queue<Heard> written = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void nothing_is_read_or_written_after_the_lease_though_nobody_said_that_the_key_was_taken() throws Exception {
        try (var process = new CaseProcess(state, withShortLeases());
                var clients = Executors.newFixedThreadPool(3)) {
            var worker = at(process.url(), "worker", "centre");
            var person = registered(worker);
            var file = opened(worker, person);
            readAndWrite(clients, worker, file);
            await().atMost(SOON).until(() -> succeeded(read) > 3 && succeeded(written) > 3 && finds(found));

            RETENTION.keys().remove(person, WHOLE_FILE);
            var ended = System.nanoTime() + LEASE.plus(BOUND).toNanos();
            Thread.sleep(LEASE.plus(BOUND).plusSeconds(1));
            var sealedThen = eventsOf(file);
            Thread.sleep(Duration.ofSeconds(2));
            over.set(true);

            assertThat(read).anyMatch(Heard::opened);
            assertThat(read).noneMatch(heard -> heard.opened() && heard.askedAt() > ended);
            assertThat(written).noneMatch(heard -> heard.status() == 201 && heard.askedAt() > ended);
            assertThat(read).anyMatch(heard -> heard.askedAt() > ended);
            assertThat(found)
                    .as("nobody is found by name")
                    .noneMatch(heard -> heard.opened() && heard.askedAt() > ended)
                    .anyMatch(heard -> heard.status() == 200 && heard.askedAt() > ended);
            assertThat(eventsOf(file))
                    .as("no event is sealed under a removed key")
                    .isEqualTo(sealedThen);
        } finally {
            over.set(true);
        }
    }

    @Test
    void a_process_that_slept_past_the_end_of_its_leases_uses_none_of_them() throws Exception {
        try (var process = new CaseProcess(state, withShortLeases());
                var clients = Executors.newFixedThreadPool(6)) {
            var worker = at(process.url(), "worker", "centre");
            var person = registered(worker);
            var file = opened(worker, person);
            assertThat(worker.get("/api/cases/files/" + file).status()).isEqualTo(200);
            var sealedBefore = eventsOf(file);

            process.stop();
            RETENTION.keys().remove(person, WHOLE_FILE);
            // asked while it sleeps, and answered when it wakes
            readAndWrite(clients, worker, file);
            readAndWrite(clients, worker, file);
            Thread.sleep(LEASE.plus(BOUND));
            process.goOn();
            await().atMost(SOON).until(() -> read.size() > 5 && written.size() > 5 && found.size() > 5);
            over.set(true);

            assertThat(read).noneMatch(Heard::opened);
            assertThat(found).as("nobody is found by name").noneMatch(Heard::opened);
            assertThat(Stream.concat(read.stream(), written.stream()))
                    .as("nobody is told that what they asked was wrong")
                    .extracting(Heard::status)
                    .doesNotContain(400);
            assertThat(written).noneMatch(heard -> heard.status() == 201);
            assertThat(eventsOf(file))
                    .as("no event is sealed under a removed key")
                    .isEqualTo(sealedBefore);
        } finally {
            over.set(true);
        }
    }

    @Test
    void killed_in_the_middle_of_writing_it_begins_without_any_lease() throws Exception {
        try (var process = new CaseProcess(state, withShortLeases());
                var clients = Executors.newFixedThreadPool(3)) {
            var worker = at(process.url(), "worker", "centre");
            var person = registered(worker);
            var file = opened(worker, person);
            readAndWrite(clients, worker, file);
            await().atMost(SOON).until(() -> succeeded(written) > 3);

            process.kill();
            RETENTION.keys().suspend(person, WHOLE_FILE);
            var sealedBefore = eventsOf(file);
            read.clear();
            written.clear();
            process.start();
            await().atMost(SOON).until(() -> read.size() > 5 && written.size() > 5);
            over.set(true);

            assertThat(read).noneMatch(Heard::opened);
            assertThat(written).noneMatch(heard -> heard.status() == 201);
            assertThat(eventsOf(file)).isEqualTo(sealedBefore);
        } finally {
            over.set(true);
        }
    }

    private static Map<String, String> withShortLeases() {
        var settings = new HashMap<>(settings());
        settings.put("lethe.leases.lasting", LEASE.toString());
        return settings;
    }

    private void readAndWrite(ExecutorService clients, Api worker, UUID file) {
        clients.execute(() -> again(read, () -> worker.get("/api/cases/files/" + file)));
        clients.execute(() -> again(found, () -> worker.post("/api/cases/search", Map.of("text", NAME))));
        clients.execute(() -> again(
                written,
                () -> worker.post(
                        "/api/cases/files/" + file + "/contacts",
                        Map.of("date", LocalDate.now(ZoneId.of("Europe/Paris")).toString(), "text", TEXT))));
    }

    private void again(Queue<Heard> heard, Supplier<Api.Answer> asking) {
        while (!over.get()) {
            var askedAt = System.nanoTime();
            try {
                heard.add(Heard.of(asking.get(), askedAt));
            } catch (UncheckedIOException killed) {
                // asked again
            }
        }
    }

    private static boolean finds(Queue<Heard> found) {
        return found.stream().anyMatch(Heard::opened);
    }

    private static long succeeded(Queue<Heard> heard) {
        return heard.stream().filter(one -> one.status() < 300).count();
    }

    private static UUID registered(Api worker) {
        var answer = worker.post("/api/cases/persons", Map.of("familyName", NAME));
        assertThat(answer.status()).isEqualTo(201);
        return answer.id("personId");
    }

    private static UUID opened(Api worker, UUID person) {
        var answer = worker.post("/api/cases/files", Map.of("personId", person, "unit", "centre"));
        assertThat(answer.status()).isEqualTo(201);
        var file = answer.id("fileId");
        await().atMost(SOON).until(() -> worker.get("/api/cases/files/" + file).status() == 200);
        return file;
    }

    private int eventsOf(UUID file) {
        return database.sql("select count(*) from domain_event where aggregate_identifier = ?")
                .param(file.toString())
                .query(Integer.class)
                .single();
    }
}
