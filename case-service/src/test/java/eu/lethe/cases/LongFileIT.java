package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.RunningCaseService;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However much was written in a file, reading it takes no more memory than one part of it. */
class LongFileIT extends RunningCaseService {

    private static final int LONGEST_TEXT = 100_000;
    private static final int LARGEST_PART = 6 * 1024 * 1024;

    @Autowired
    private JdbcClient database;

    private UUID file = new UUID(0, 0);

    @BeforeEach
    void open() {
        file = openFile(register("Longue", "Lucie"));
    }

    @AfterEach
    void forgetWhatNobodyRecorded() {
        database.sql("""
                        delete from contact
                         where file_id = ?
                           and not exists (select 1 from domain_event where aggregate_identifier = contact_id::text)""").param(file).update();
    }

    @Test
    void a_file_of_five_thousand_contacts_is_read_in_parts_and_none_is_left_out_or_given_twice() {
        multiply(record(file, "Loyer impayé."), 4_999);

        var read = new ArrayList<String>();
        var parts = 0;
        var path = "/api/cases/files/" + file;
        var next = path;
        while (!next.isEmpty()) {
            parts++;
            var part = worker().get(next).body();
            assertThat(part.get("contacts").size()).isLessThanOrEqualTo(500);
            part.get("contacts").forEach(contact -> {
                assertThat(contact.get("text").asString()).isEqualTo("Loyer impayé.");
                read.add(contact.get("contactId").asString());
            });
            assertThat(part.get("older").asInt()).isEqualTo(5_000 - read.size());
            next = part.get("older").asInt() == 0 ? "" : path + "?olderThan=" + read.getLast();
        }

        assertThat(read).hasSize(5_000).doesNotHaveDuplicates();
        assertThat(parts).isEqualTo(10);
    }

    @Test
    void long_texts_make_short_parts_and_a_copy_that_would_be_too_long_is_refused_with_words() {
        multiply(record(file, "é".repeat(LONGEST_TEXT)), 99);

        var part = worker().get("/api/cases/files/" + file);

        assertThat(part.response().body().length()).isLessThan(LARGEST_PART);
        assertThat(part.body().get("contacts").size()).isPositive();
        assertThat(part.body().get("older").asInt())
                .isEqualTo(100 - part.body().get("contacts").size());
        var person = part.body().at("/person/personId").asString();
        var copy = worker().get("/api/cases/persons/" + person + "/copy");
        assertThat(copy.status()).isEqualTo(422);
        assertThat(copy.text("type")).isEqualTo("urn:lethe:problem:copy-too-long");
        assertThat(copy.text("detail")).contains("Imprimez");
    }

    @Test
    void who_goes_on_from_a_contact_of_another_file_is_told_so() {
        record(file, "Ici.");
        var elsewhere = record(openFile(register("Ailleurs", "Aude")), "Ailleurs.");

        assertThat(worker().get("/api/cases/files/" + file + "?olderThan=" + elsewhere)
                        .status())
                .isEqualTo(400);
    }

    /** As many more of the same: recorded one by one they would take too long for a test. */
    private void multiply(UUID contact, int times) {
        database.sql("""
                        insert into contact
                        select (jsonb_populate_record(contact, jsonb_build_object('contact_id', gen_random_uuid()))).*
                          from contact, generate_series(1, :times) where contact_id = :contact""").param("times", times).param("contact", contact).update();
    }
}
