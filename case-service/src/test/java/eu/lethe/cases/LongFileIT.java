package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.RunningCaseService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** However much was written in a file, opening it takes no more than its newest page, and reading it no more than one page at a time. */
class LongFileIT extends RunningCaseService {

    private static final String TEXT = "Loyer impayé.";
    private static final int LONGEST_TEXT = 100_000;
    private static final int LARGEST_PAGE = 6 * 1024 * 1024;

    @Autowired
    private JdbcClient database;

    private UUID file = new UUID(0, 0);

    private final List<UUID> multiplied = new ArrayList<>();

    @BeforeEach
    void open() {
        file = openFile(register("Longue", "Lucie"));
    }

    @AfterEach
    void forgetWhatNobodyRecorded() {
        multiplied.forEach(contact -> database.sql("""
                        delete from contact
                         where file_id = (select file_id from contact where contact_id = ?)
                           and not exists (select 1 from domain_event where aggregate_identifier = contact_id::text)""").param(contact).update());
    }

    @Test
    void a_file_of_five_thousand_contacts_opens_with_no_more_than_one_of_fifty() {
        multiply(record(file, TEXT), 4_999);
        var other = openFile(register("Courte", "Lucie"));
        multiply(record(other, TEXT), 49);

        var large = file(file);
        var small = file(other);

        assertThat(small.body().get("contacts").size()).isEqualTo(50);
        assertThat(large.body().get("contacts").size()).isEqualTo(50);
        assertThat(bytes(large)).isLessThan(2 * bytes(small));
        assertThat(small.body().get("next").isNull()).isTrue();
        assertThat(small.body().at("/timeline/contacts").asInt()).isEqualTo(50);
        assertThat(large.body().at("/timeline/contacts").asInt()).isEqualTo(5_000);
        assertThat(large.body()
                        .at("/timeline/years")
                        .valueStream()
                        .mapToInt(year -> year.get("contacts").asInt())
                        .sum())
                .isEqualTo(5_000);
        assertThat(large.body().at("/timeline/authors/0/contacts").asInt()).isEqualTo(5_000);
    }

    @Test
    void a_file_of_five_thousand_contacts_is_read_in_pages_and_none_is_left_out_or_given_twice() {
        multiply(record(file, TEXT), 4_999);

        var read = new ArrayList<JsonNode>();
        var opened = file(file).body();
        opened.get("contacts").forEach(read::add);
        var next = opened.get("next");
        var pages = 0;
        while (!next.isNull()) {
            pages++;
            var page = worker().get("/api/cases/files/" + file + "/timeline?limit=500&after=" + next.asString())
                    .body();
            page.get("contacts").forEach(read::add);
            assertThat(page.get("changed").asBoolean()).isFalse();
            next = page.get("next");
        }

        assertThat(read)
                .hasSize(5_000)
                .allMatch(one -> one.get("text").asString().equals(TEXT));
        assertThat(read.stream().map(one -> one.get("contactId").asString())).doesNotHaveDuplicates();
        assertThat(read.stream().map(one -> one.get("date").asString())).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(pages).isEqualTo(10);
    }

    @Test
    void long_texts_make_short_pages_and_a_copy_of_them_is_given_in_parts_that_have_to_be_asked_for() {
        multiply(record(file, "é".repeat(LONGEST_TEXT)), 99);

        var page = worker().get("/api/cases/files/" + file + "?limit=500");

        assertThat(page.response().body().length()).isLessThan(LARGEST_PAGE);
        assertThat(page.body().get("contacts").size()).isPositive();
        assertThat(page.body().get("contacts").size()).isLessThan(100);
        assertThat(page.body().get("next").isNull()).isFalse();
        var person = page.body().at("/person/personId").asString();
        var copy = worker().get("/api/cases/persons/" + person + "/copy");
        assertThat(copy.status()).isEqualTo(422);
        assertThat(copy.text("type")).isEqualTo("urn:lethe:problem:copy-in-parts");
        assertThat(copy.text("detail")).contains("Demandez chacune");
        var parts = worker().get("/api/cases/persons/" + person + "/copy/rereading")
                .body()
                .at("/parts/items")
                .valueStream()
                .toList();
        assertThat(parts).hasSizeGreaterThan(10);
        assertThat(parts.stream().mapToInt(part -> part.get("contacts").asInt()).sum())
                .isEqualTo(100);
    }

    private static int bytes(Api.Answer answer) {
        return answer.response().body().getBytes(StandardCharsets.UTF_8).length;
    }

    /** As many more of the same, three a day: recorded one by one they would take too long for a test. */
    private void multiply(UUID contact, int times) {
        multiplied.add(contact);
        database.sql("""
                        insert into contact
                        select (jsonb_populate_record(contact, jsonb_build_object(
                                    'contact_id', gen_random_uuid(), 'date', date - nth / 3))).*
                          from contact, generate_series(1, :times) nth where contact_id = :contact""").param("times", times).param("contact", contact).update();
    }
}
