package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.local.journey.RecordingClient.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Four people write while any part of the stack is killed at any time (assurance test 12): what was acknowledged is what is
 * shown, what is on Kafka and what is counted; nothing of it is lost, nothing doubled.
 */
class RecordingUnderFaultsIT {

    private static final Duration LENGTH = Seed.nightly() ? Duration.ofMinutes(2) : Duration.ofSeconds(30);
    private static final int CLIENTS = 4;
    private static final Duration IN_A_WHILE = Duration.ofMinutes(2);
    private static final List<String> PARTS = List.of(
            "postgresql",
            "kafka",
            "identity",
            "retention-service",
            "case-service",
            "consent-service",
            "reporting-service",
            "gateway");

    private final RunningStack stack = RunningStack.get();

    @Test
    void acknowledged_is_shown_is_on_kafka_is_counted() throws Exception {
        assertThat(stack.lethe("up", "--detach").exitCode()).isZero();
        var today = stack.as("worker").get("/api/cases/me").text("today");
        var year = LocalDate.parse(today).getYear();
        var personsBefore = settled("persons", year);
        var informationBefore = settled("information", year);

        var accounts = writeUnderKills(today);

        assertThat(stack.lethe("up", "--detach").exitCode()).isZero();
        assertThat(accounts).as("somebody could write").isNotEmpty();
        var shown = new ArrayList<Shown>();
        for (var account : accounts) {
            shown.add(Shown.of(account, stack));
        }
        assertPublished(shown);
        var persons = shown.stream().filter(file -> !file.contacts().isEmpty()).count();
        var information =
                shown.stream().mapToLong(file -> file.information().size()).sum();
        await().atMost(IN_A_WHILE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(total("persons", year) - personsBefore).isEqualTo(persons);
            assertThat(total("information", year) - informationBefore).isEqualTo(information);
        });
        System.out.printf(
                "RecordingUnderFaultsIT: %d files, %d contacts and %d pieces of information shown, %d answers unknown%n",
                accounts.size(),
                shown.stream().mapToInt(file -> file.contacts().size()).sum(),
                information,
                accounts.stream().mapToInt(account -> account.unknown().size()).sum());
    }

    private List<Account> writeUnderKills(String today) throws Exception {
        var chance = Seed.of("RecordingUnderFaultsIT");
        var accounts = new CopyOnWriteArrayList<Account>();
        var end = Instant.now().plus(LENGTH);
        var worker = stack.as("worker");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = new ArrayList<Future<?>>();
            for (var client = 0; client < CLIENTS; client++) {
                var one = new RecordingClient(worker, String.valueOf(client), today);
                writing.add(threads.submit(() -> one.writeUntil(end, accounts)));
            }
            while (Instant.now().isBefore(end)) {
                Thread.sleep(2_000 + chance.nextInt(4_000));
                var part = PARTS.get(chance.nextInt(PARTS.size()));
                System.out.println("RecordingUnderFaultsIT: kill " + part);
                stack.strike(part);
            }
            for (var one : writing) {
                one.get();
            }
        }
        return accounts;
    }

    /** A message may come twice with the same id; none is missing, and none is of something that is not shown. */
    private void assertPublished(List<Shown> shown) {
        var files = shown.stream().map(Shown::fileId).collect(Collectors.toSet());
        await().atMost(IN_A_WHILE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            var events = PublishedEvents.of(files, "lethe.cases.v1", stack.port("KAFKA")).stream()
                    .collect(Collectors.groupingBy(PublishedEvents.Event::subject));
            for (var file : shown) {
                var published = events.getOrDefault(file.fileId(), List.of());
                assertThat(idsIn(published, "lethe.cases.ContactRecorded.v1", "contactId"))
                        .isEqualTo(file.contacts());
                assertThat(idsIn(published, "lethe.cases.InformationReceived.v1", "informationId"))
                        .isEqualTo(file.information());
            }
        });
    }

    private static Set<String> idsIn(List<PublishedEvents.Event> events, String type, String id) {
        var ids = new HashSet<String>();
        events.stream()
                .filter(event -> event.type().equals(type))
                .forEach(event -> ids.add(event.data().path(id).asString("")));
        return ids;
    }

    /** The total once what came before this test is counted. */
    private long settled(String measure, int year) throws Exception {
        var last = total(measure, year);
        for (var quiet = 0; quiet < 3; quiet++) {
            Thread.sleep(500);
            var now = total(measure, year);
            if (now != last) {
                last = now;
                quiet = -1;
            }
        }
        return last;
    }

    /** Straight from the figures, before anything small is held back. */
    private long total(String measure, int year) throws Exception {
        try (var database = stack.database("reporting");
                var query = database.prepareStatement(
                        "select coalesce(sum(value), 0) from total where measure = ? and year = ?")) {
            query.setString(1, measure);
            query.setInt(2, year);
            var found = query.executeQuery();
            found.next();
            return found.getLong(1);
        }
    }
}
