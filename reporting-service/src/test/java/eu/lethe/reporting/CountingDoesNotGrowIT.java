package eu.lethe.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.reporting.contribution.Counting;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What it takes to count a contact does not depend on how many there were before. Work is measured, and not time. */
class CountingDoesNotGrowIT extends RunningReportingService {

    private static final double NO_MORE = 1.5;

    /**
     * What was done to count one contact.
     *
     * @param written characters of all rows that the transaction left behind
     * @param seals how many values were sealed or opened
     */
    private record Work(long written, double seals) {}

    @Autowired
    private Counting counting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry meters;

    @Test
    void the_thousandth_contact_of_a_person_is_no_more_work_than_the_tenth() {
        var person = person();
        counted(person, 9);
        var tenth = count(contact(person));
        counted(person, 989);

        var thousandth = count(contact(person));

        assertThat((double) thousandth.written()).isLessThan(NO_MORE * tenth.written());
        assertThat(thousandth.seals()).isEqualTo(tenth.seals());
        assertThat(figure("problems", "housing")).isEqualTo(1);
        assertThat(figure("problems", "health")).isEqualTo(1);
    }

    @Test
    void contacts_counted_together_are_sealed_one_by_one_and_their_year_once() {
        var person = person();
        var before = seals();

        counted(person, 10);

        // codes are opened, in two compartments
        assertThat(seals() - before).isEqualTo(10 * 2 + (10 + 1) * 2);
        assertThat(figure("problems", "housing")).isEqualTo(1);
    }

    @Test
    void no_row_says_which_contact_or_year_it_is_about_or_of_which_sort_it_is() {
        var person = person();
        var contact = contact(person);
        count(contact);

        var headers = database.sql("select place, piece from contribution_piece where person_id = ?")
                .param(person)
                .query((row, _) -> headerOf(row.getString("piece")).replace(row.getString("place"), "its place"))
                .list();

        assertThat(headers)
                .hasSize(4)
                .allMatch(header -> header.contains("its place#contributions"))
                .noneMatch(header -> header.contains(contact.contactId().toString()));
        assertThat(headers.stream().distinct())
                .as("a part and a tally differ in nothing but the compartment")
                .hasSize(2);
    }

    private static String headerOf(String compact) {
        return new String(Base64.getUrlDecoder().decode(compact.substring(0, compact.indexOf('.'))), UTF_8);
    }

    private void counted(UUID person, int contacts) {
        transaction.executeWithoutResult(_ -> {
            for (var nth = 0; nth < contacts; nth++) {
                counting.count(contact(person));
            }
        });
    }

    private ContactRecorded contact(UUID person) {
        return CONTACTS.of(person, "centre", day(), List.of("P03.4", "I01.1"), List.of("P05.1"));
    }

    private Work count(ContactRecorded contact) {
        var before = seals();
        var transactionId = new AtomicReference<>("");
        transaction.executeWithoutResult(_ -> {
            counting.count(contact);
            transactionId.set(database.sql("select cast(cast(pg_current_xact_id() as xid) as text)")
                    .query((row, _) -> row.getString(1))
                    .single());
        });
        return new Work(lengthOfRowsOf(transactionId.get()), seals() - before);
    }

    private long lengthOfRowsOf(String transactionId) {
        return tables().stream()
                .mapToLong(table -> database.sql("select coalesce(sum(length(cast(t as text))), 0) from \"" + table
                                + "\" t where cast(t.xmin as text) = ?")
                        .param(transactionId)
                        .query(Long.class)
                        .single())
                .sum();
    }

    private double seals() {
        return meters.find("lethe.sealed").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum()
                + meters.find("lethe.opened").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum();
    }
}
