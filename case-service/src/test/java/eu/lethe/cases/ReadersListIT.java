package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However often a file was read, the list of its readers is turned page by page to its end, and each page costs a piece of it. */
class ReadersListIT extends RunningCaseService {

    private static final int ELSEWHERE = 1_300;

    @Autowired
    private JdbcClient database;

    private UUID person = new UUID(0, 0);

    @AfterEach
    void forgetWhatNobodyRead() {
        database.sql("delete from reading_elsewhere where person_ids = array[cast(? as uuid)]")
                .param(person)
                .update();
    }

    @Test
    void its_pages_hold_every_reading_once_newest_first() {
        person = register("Lue", "Lise");
        var file = openFile(person);
        readElsewhere();
        file(file);
        file(file);

        var first = readers(file, 0).body();
        var total = first.get("total").asInt();
        var moments = new ArrayList<String>();
        for (var page = 0; page * 50 < total; page++) {
            readers(file, page)
                    .body()
                    .get("items")
                    .forEach(item -> moments.add(item.get("at").asString()));
        }

        assertThat(total).isGreaterThan(ELSEWHERE);
        assertThat(moments).hasSize(total).doesNotHaveDuplicates();
        assertThat(moments.stream().map(Instant::parse)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(readers(file, 1_000).body().get("items").size()).isZero();
    }

    @Test
    void who_read_from_another_unit_or_by_exceptional_access_stands_first_however_long_ago() {
        person = register("Lue", "Loin");
        var file = openFile(person);
        readElsewhere();
        database.sql("""
                        insert into reading_elsewhere
                               (access_id, person_ids, reader_id, role, unit, compartments, reason, opened_at)
                        values (gen_random_uuid(), array[cast(:person as uuid)], gen_random_uuid(), 'worker', 'north',
                                '{identity}', 'file', now() - interval '200 days'),
                               (gen_random_uuid(), array[cast(:person as uuid)], gen_random_uuid(), 'worker', 'centre',
                                '{identity}', 'file', now() - interval '100 days')""").param("person", person).update();
        file(file);
        assertThat(as("worker", "north")
                        .post(
                                "/api/cases/files/" + file + "/exceptional-access",
                                Map.of("reason", "emergency", "reasonText", "Appel."))
                        .status())
                .isEqualTo(201);
        assertThat(as("worker", "north").get("/api/cases/files/" + file).status())
                .isEqualTo(200);
        file(file);

        var items = readers(file, 0).body().get("items").valueStream().toList();
        var unexpected = items.stream()
                .takeWhile(item -> "north".equals(item.path("unit").asString("")))
                .toList();

        assertThat(unexpected).hasSizeGreaterThanOrEqualTo(2);
        assertThat(unexpected.getFirst().get("exceptional").get("reason").asString())
                .isEqualTo("emergency");
        assertThat(Instant.parse(unexpected.getLast().get("at").asString()))
                .isBefore(Instant.now().minus(Duration.ofDays(199)));
        assertThat(items.stream()
                        .skip(unexpected.size())
                        .map(item -> item.path("unit").asString("")))
                .doesNotContain("north");
    }

    private Answer readers(UUID file, int page) {
        return worker().get("/api/cases/files/" + file + "/readers?page=" + page);
    }

    private void readElsewhere() {
        database.sql("""
                        insert into reading_elsewhere (access_id, person_ids, reader_id, role, compartments, reason, opened_at)
                        select gen_random_uuid(), array[cast(:person as uuid)], gen_random_uuid(), 'worker', '{identity}', 'file',
                               now() - interval '1 day' - n * interval '1 minute'
                          from generate_series(1, :times) n""").param("person", person).param("times", ELSEWHERE).update();
    }
}
