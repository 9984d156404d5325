package eu.lethe.platform.erasure;

import static eu.lethe.platform.notebook.Seals.line;
import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.NotebookService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SealedColumnsIT {

    private static NotebookService service;

    private final UUID person = UUID.randomUUID();
    private final KeyId gone = new KeyId(person, Compartment.NARRATIVE, 1);
    private final KeyId later = new KeyId(person, Compartment.NARRATIVE, 2);

    @BeforeAll
    static void start() {
        service = NotebookService.start(TestInfrastructure.propertiesFor("case"));
        service.database().sql("""
                        create table letter (person_id uuid, compartment text, content text,
                                             unreadable text[] not null default '{}')""").update();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_is_emptied_leaves_its_row() {
        letter(gone);

        forget(SealedColumn.emptied("letter", "content"));

        assertThat(letters()).containsExactly("null {}");
    }

    @Test
    void what_is_named_leaves_its_compartment() {
        letter(gone);

        forget(SealedColumn.named("letter", "content"));

        assertThat(letters()).containsExactly("null {narrative}");
    }

    @Test
    void what_goes_with_its_row_leaves_nothing() {
        letter(gone);

        forget(SealedColumn.withItsRow("letter", "content"));

        assertThat(letters()).isEmpty();
    }

    @Test
    void what_goes_with_its_row_is_found_in_a_table_that_does_not_say_whose_it_is() {
        letter(gone);

        forget(SealedColumn.withItsRowInSmall("letter", "content"));

        assertThat(letters()).isEmpty();
    }

    @Test
    void what_goes_with_its_compartment_goes_whichever_key_it_is_of() {
        letter(later);

        forget(SealedColumn.withItsCompartment("letter", "content"));

        assertThat(letters()).isEmpty();
    }

    @Test
    void what_a_later_key_opens_stays() {
        letter(later);

        forget(
                SealedColumn.emptied("letter", "content"),
                SealedColumn.named("letter", "content"),
                SealedColumn.withItsRow("letter", "content"),
                SealedColumn.withItsRowInSmall("letter", "content"),
                SealedColumn.keyOfItsRow("letter", "content"));

        assertThat(letters()).containsExactly(line(later).compact() + " {}");
    }

    @Test
    void a_row_goes_with_the_key_that_it_names() {
        write(gone, gone.toString());

        forget(SealedColumn.keyOfItsRow("letter", "content"));

        assertThat(letters()).isEmpty();
    }

    private void forget(SealedColumn... columns) {
        new SealedColumns(service.database(), List.of(columns)).forget(person, List.of(gone));
    }

    private void letter(KeyId key) {
        write(key, line(key).compact());
    }

    private void write(KeyId key, String content) {
        service.database()
                .sql("insert into letter (person_id, compartment, content) values (?, ?, ?)")
                .params(key.personId(), key.compartment().code(), content)
                .update();
    }

    private List<String> letters() {
        return service.database()
                .sql("select coalesce(content, 'null') || ' ' || unreadable::text from letter where person_id = ?")
                .param(person)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
