package eu.lethe.retention.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a contact costs does not depend on how many there were before it. */
class LongFilesIT {

    /** A person, a file, a contact, and what is looked up around them. */
    private static final int A_HANDFUL = 30;

    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    private static final KnownThings KNOWN = new KnownThings();

    private final UUID person = UUID.randomUUID();
    private final UUID file = UUID.randomUUID();

    /** So many that it pays to look for one of them. */
    @BeforeAll
    static void others() {
        manyContacts(10_000, 5);
    }

    @BeforeEach
    void a_file_of_a_thousand_contacts_among_others() {
        KNOWN.together(() -> {
            KNOWN.persons.lock(person);
            KNOWN.persons.registered(person, "centre", TODAY, NOW);
            KNOWN.contacts.fileOpened(file, person, "centre", TODAY.minusYears(4), NOW);
        });
        manyContactsIn(file, 1_000);
        KNOWN.database.sql("analyze").update();
    }

    @Test
    void the_thousandth_contact_reads_a_handful_of_rows() {
        assertThat(KNOWN.rowsReadBy(() -> contact(TODAY))).isLessThan(A_HANDFUL);
    }

    @Test
    void so_does_it_when_the_statement_was_planned_for_no_file_in_particular() {
        KNOWN.together(() -> {
            KNOWN.database.sql("set local plan_cache_mode = force_generic_plan").update();
            for (var times = 0; times < 12; times++) {
                KNOWN.facts.of(person);
            }

            assertThat(KNOWN.rowsReadBy(() -> KNOWN.facts.of(person))).isLessThan(A_HANDFUL);
        });
    }

    @Test
    void so_does_a_contact_withdrawn_that_was_the_last() {
        var last = KNOWN.database
                .sql("select contact_id from known_contact where file_id = :file order by date desc limit 1")
                .param("file", file)
                .query(UUID.class)
                .single();

        assertThat(KNOWN.rowsReadBy(() -> {
                    KNOWN.contacts.withdrawn(last, file, NOW);
                    KNOWN.facts.of(person);
                }))
                .isLessThan(A_HANDFUL);
    }

    @Test
    void so_does_a_contact_with_health_codes() {
        assertThat(KNOWN.rowsReadBy(() -> {
                    KNOWN.contacts.coded(contact(TODAY), file, new KeyId(person, Compartment.HEALTH, 1));
                    KNOWN.facts.of(person);
                }))
                .isLessThan(A_HANDFUL);
    }

    private UUID contact(LocalDate on) {
        var contact = UUID.randomUUID();
        KNOWN.persons.lock(person);
        KNOWN.contacts.fileIn(file, person, "centre", NOW);
        KNOWN.contacts.tookPlace(contact, file, on, NOW);
        assertThat(KNOWN.facts.of(person).files())
                .singleElement()
                .satisfies(one -> assertThat(one.lastContactOn()).isEqualTo(on));
        return contact;
    }

    private static void manyContacts(int files, int each) {
        KNOWN.database.sql("""
                        insert into known_person (person_id, unit)
                        select md5('person-' || n)::uuid, 'centre' from generate_series(1, :files) n""").param("files", files).update();
        KNOWN.database.sql("""
                        insert into known_file (file_id, person_id, unit, opened_on)
                        select md5('file-' || n)::uuid, md5('person-' || n)::uuid, 'centre', '2020-01-01'
                          from generate_series(1, :files) n""").param("files", files).update();
        KNOWN.database.sql("""
                        insert into known_contact (contact_id, file_id, date, health)
                        select gen_random_uuid(), md5('file-' || n)::uuid, date '2026-11-29' - m, nullif(m % 7, 0)
                          from generate_series(1, :files) n, generate_series(1, :each) m""").param("files", files).param("each", each).update();
    }

    private void manyContactsIn(UUID file, int contacts) {
        KNOWN.database.sql("""
                        insert into known_contact (contact_id, file_id, date, health)
                        select gen_random_uuid(), :file, date '2026-11-29' - m, 1 from generate_series(1, :contacts) m""").param("file", file).param("contacts", contacts).update();
    }
}
