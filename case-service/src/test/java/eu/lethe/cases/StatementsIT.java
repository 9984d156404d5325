package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.AskedOfTheDatabase;
import eu.lethe.cases.running.AskedOfTheDatabase.Asked;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.access.AccessEvent.PersonalDataOpened;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.testkit.Topic;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a contact and the opening of a file may ask of the database at most. Who adds a question takes another away. */
class StatementsIT extends RunningCaseService {

    private static final int TIMES = 20;

    @Autowired
    private AskedOfTheDatabase database;

    private UUID file;

    @BeforeEach
    void a_file_that_is_in_use() {
        file = openFile(register("Mesure", "Maud"));
        record(file, "Premier entretien.");
        assertThat(file(file).status()).isEqualTo(200);
        // what is asked once after a start, or for the first contact of a file, is over
        await().pollDelay(Duration.ofSeconds(3)).atMost(SOON).until(() -> true);
    }

    @Test
    void a_contact_asks_the_database_for_what_it_needs_and_no_more() {
        var asked = database.during(
                () -> times(this::record),
                () -> await().atMost(SOON)
                        .until(() ->
                                Topic.published(ContactRecorded.class, file).size() == TIMES + 1));

        assertThat(perTime(asked, Asked::isStatement)).isLessThanOrEqualTo(21);
        assertThat(perTime(asked, Asked::commits)).isLessThanOrEqualTo(12);
    }

    @Test
    void opening_a_file_asks_the_database_for_what_it_needs_and_no_more() {
        var asked = database.during(
                () -> times(() -> file(file)),
                () -> await().atMost(SOON)
                        .until(() ->
                                Topic.published(PersonalDataOpened.class, file).size() == TIMES + 1));

        assertThat(perTime(asked, Asked::isStatement)).isLessThanOrEqualTo(17);
        assertThat(perTime(asked, Asked::commits)).isLessThanOrEqualTo(13);
    }

    @Test
    void one_request_asks_nothing_twice() {
        for (Runnable request : List.<Runnable>of(this::record, () -> file(file))) {
            var asked = database.during(request, () -> {}).stream()
                    .filter(one -> one.isOfARequest() && one.isStatement())
                    .map(Asked::sql)
                    // whether it shows yet is asked until it does
                    .filter(sql -> !sql.startsWith("select contact_id"))
                    .toList();

            assertThat(asked).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private static void times(Runnable request) {
        IntStream.range(0, TIMES).forEach(_ -> request.run());
    }

    private static double perTime(List<Asked> asked, Predicate<Asked> which) {
        return (double) asked.stream().filter(which).count() / TIMES;
    }

    private void record() {
        var contact = Map.of(
                "date", LocalDate.now(ZoneId.of("Europe/Paris")).toString(), "text", "Entretien.", "codes", List.of());
        var answer = worker().postUnder(
                        "/api/cases/files/" + file + "/contacts",
                        contact,
                        UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(201);
    }
}
