package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.RunningCaseService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit of twenty thousand files is looked at a page at a time, and what is to be done in them without what was said there. */
class LargeUnitIT extends RunningCaseService {

    private static final int FILES = 20_000;
    private static final int LARGEST_LIST = 8 * 1024 * 1024;

    @Autowired
    private JdbcClient database;

    private UUID person = new UUID(0, 0);
    private UUID file = new UUID(0, 0);

    @BeforeEach
    void many() {
        person = register("Nombreuse", "Nadia");
        file = openFile(person);
        assertThat(worker().post(
                                "/api/cases/files/" + file + "/third-party",
                                Map.of(
                                        "receivedOn",
                                        LocalDate.now(ZoneOffset.UTC).minusDays(1),
                                        "text",
                                        "Ce que dit une voisine.",
                                        "reliability",
                                        "hearsay",
                                        "source",
                                        Map.of("kind", "neighbour", "name", "Mme Voisin")))
                        .status())
                .isEqualTo(201);
        multiply(
                "person",
                "person_id",
                person,
                "jsonb_build_object('person_id', %s, 'revision_id', '%s')".formatted(number("person"), person));
        multiply(
                "case_file",
                "file_id",
                file,
                "jsonb_build_object('person_id', %s, 'file_id', %s)".formatted(number("person"), number("file")));
        multiply(
                "third_party_information",
                "file_id",
                file,
                "jsonb_build_object('information_id', gen_random_uuid(), 'file_id', %s)".formatted(number("file")));
    }

    @AfterEach
    void forgetWhatNobodyRecorded() {
        forget("third_party_information", "file");
        forget("case_file", "file");
        forget("person", "person");
    }

    private void forget(String table, String what) {
        database.sql("delete from %1$s where %2$s_id in (select md5('%2$s-' || n)::uuid from generate_series(1, :n) n)"
                        .formatted(table, what))
                .param("n", FILES)
                .update();
    }

    @Test
    void its_list_is_a_page_and_what_is_to_be_done_is_told_of_all() {
        var files = worker().get("/api/cases/files").body();

        assertThat(files.get("items").size()).isEqualTo(50);
        assertThat(files.get("total").asInt()).isGreaterThan(FILES);
        assertThat(worker().get("/api/cases/files?page=400").status()).isEqualTo(200);

        var due = as("lead", "centre").get("/api/cases/due");

        assertThat(due.status()).isEqualTo(200);
        assertThat(due.body().get("items").size()).isGreaterThan(2 * FILES);
        assertThat(due.response().body().length()).isLessThan(LARGEST_LIST);
    }

    private void multiply(String table, String key, UUID one, String changed) {
        database.sql("""
                        insert into %1$s
                        select (jsonb_populate_record(%1$s, %2$s)).*
                          from %1$s, generate_series(1, :times) n where %3$s = :one""".formatted(table, changed, key))
                .param("times", FILES)
                .param("one", one)
                .update();
    }

    private static String number(String what) {
        return "md5('%s-' || n)::uuid".formatted(what);
    }
}
