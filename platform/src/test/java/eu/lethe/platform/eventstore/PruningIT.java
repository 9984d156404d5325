package eu.lethe.platform.eventstore;

import static eu.lethe.platform.notebook.Seals.keyOf;
import static eu.lethe.platform.notebook.Seals.line;
import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.Notebook;
import eu.lethe.platform.notebook.NotebookService;
import eu.lethe.platform.notebook.Shelf;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PruningIT {

    private static NotebookService service;

    private UUID notebook = UUID.randomUUID();
    private final KeyId hers = keyOf(UUID.randomUUID());
    private final KeyId his = keyOf(UUID.randomUUID());

    @BeforeAll
    static void start() {
        service = NotebookService.start(TestInfrastructure.propertiesFor("case"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_event_whose_key_was_removed_goes() {
        given_a_burnt_notebook(hers);
        given_it_is_old();

        var pruned = prune(hers);

        assertThat(pruned).isEqualTo(new Pruned(1, 0));
        assertThat(storedTypes()).containsExactly("NotebookOpened", "NotebookBurnt");
    }

    @Test
    void an_event_that_another_persons_key_opens_stays() {
        given_a_burnt_notebook(hers, his);
        given_it_is_old();

        prune(hers);

        assertThat(storedTypes()).contains("PageWritten");
    }

    @Test
    void an_event_of_several_persons_goes_with_the_last_of_them() {
        given_a_burnt_notebook(hers, his);
        given_it_is_old();
        prune(hers);

        prune(his);

        assertThat(storedTypes()).doesNotContain("PageWritten");
    }

    @Test
    void an_event_younger_than_the_gap_timeout_stays_and_is_told() {
        given_a_burnt_notebook(hers);

        var pruned = prune(hers);

        assertThat(pruned).isEqualTo(new Pruned(0, 1));
        assertThat(pruned.complete()).isFalse();
        assertThat(storedTypes()).contains("PageWritten");
    }

    @Test
    void other_persons_are_left_alone() {
        given_a_burnt_notebook(hers);
        given_it_is_old();

        assertThat(prune(keyOf(UUID.randomUUID()))).isEqualTo(new Pruned(0, 0));
    }

    @Test
    void whatever_aggregate_holds_something_of_the_person_is_found() {
        given_a_burnt_notebook(his);
        given_it_is_old();
        var first = notebook;
        notebook = UUID.randomUUID();
        given_a_burnt_notebook(hers, his);
        given_it_is_old();

        assertThat(prune(his)).isEqualTo(new Pruned(1, 0));
        assertThat(holders(his)).isEmpty();
        assertThat(holders(hers)).containsExactly(notebook.toString()).doesNotContain(first.toString());
    }

    @Test
    void a_person_whose_events_are_young_is_not_forgotten_by_the_index() {
        given_a_burnt_notebook(hers);

        prune(hers);

        assertThat(holders(hers)).containsExactly(notebook.toString());
    }

    @Test
    void what_was_rolled_back_is_held_by_nobody() {
        service.transaction().executeWithoutResult(status -> {
            given_a_burnt_notebook(hers);
            status.setRollbackOnly();
        });

        assertThat(holders(hers)).isEmpty();
    }

    @Test
    void snapshots_go_as_well() {
        given_a_notebook_of(110, hers);
        given_it_is_old();

        prune(hers);

        assertThat(service.database()
                        .sql("select count(*) from snapshot_event where aggregate_identifier = ?")
                        .param(notebook.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_the_last_event_took_back_goes_though_its_key_lives() {
        given_a_burnt_notebook(hers);
        given_it_is_old();

        var pruned = service.bean(Pruning.class).pruneBeforeLast(notebook);

        assertThat(pruned).isEqualTo(new Pruned(1, 0));
        assertThat(storedTypes()).containsExactly("NotebookOpened", "NotebookBurnt");
    }

    @Test
    void what_the_last_event_took_back_stays_while_it_is_young() {
        given_a_burnt_notebook(hers);

        var pruned = service.bean(Pruning.class).pruneBeforeLast(notebook);

        assertThat(pruned).isEqualTo(new Pruned(0, 1));
        assertThat(storedTypes()).contains("PageWritten");
    }

    @Test
    void what_was_said_anew_goes_and_what_was_said_since_stays() {
        given_a_notebook_of(2, hers);
        given_it_is_old();

        var pruned = service.bean(Pruning.class).pruneUpTo(notebook, 1);

        assertThat(pruned).isEqualTo(new Pruned(1, 0));
        assertThat(storedTypes()).containsExactly("NotebookOpened", "PageWritten");
    }

    @Test
    void a_tombstone_keeps_the_aggregate_loadable_however_much_went_before_it() {
        given_a_burnt_notebook(hers);
        given_it_is_old();
        // as after more events than one read of the stream fetches
        service.database()
                .sql(
                        "update domain_event set sequence_number = 5000 where aggregate_identifier = ? and payload_type like '%Burnt%'")
                .param(notebook.toString())
                .update();
        prune(hers);

        int page = service.commands().sendAndWait(new Notebook.Write(notebook));

        assertThat(page).isEqualTo(1);
        assertThat(service.database()
                        .sql("select max(sequence_number) from domain_event where aggregate_identifier = ?")
                        .param(notebook.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(5001);
    }

    @Test
    void a_replay_after_pruning_shows_what_is_left() throws InterruptedException {
        given_a_burnt_notebook(hers);
        given_it_is_old();
        service.awaitPages(notebook, 1);
        prune(hers);

        service.bean(Replay.class).start("shelf");

        assertThat(service.bean(Replay.class).awaitCaughtUp("shelf", Duration.ofSeconds(20)))
                .isTrue();
        assertThat(service.bean(Shelf.class).pages()).containsEntry(notebook, 0);
    }

    private void given_a_burnt_notebook(KeyId... keys) {
        given_a_notebook_of(1, keys);
        service.commands().sendAndWait(new Notebook.Burn(notebook));
    }

    private void given_a_notebook_of(int pages, KeyId... keys) {
        service.commands().sendAndWait(new Notebook.Open(notebook));
        for (var page = 1; page <= pages; page++) {
            service.commands()
                    .sendAndWait(new Notebook.Write(
                            notebook, Stream.of(keys).map(key -> line(key)).toList()));
        }
    }

    private void given_it_is_old() {
        service.database()
                .sql(
                        "update domain_event set recorded_at = recorded_at - interval '61 s' where aggregate_identifier = ?")
                .param(notebook.toString())
                .update();
    }

    private Pruned prune(KeyId key) {
        return service.bean(Pruning.class).prune(List.of(key));
    }

    private static List<String> holders(KeyId key) {
        return service.database()
                .sql("select aggregate_identifier from sealed_under where person_id = ?")
                .param(key.personId())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> storedTypes() {
        return service.database()
                .sql("""
                        select split_part(payload_type, '.', 3) from domain_event
                         where aggregate_identifier = ? order by sequence_number""")
                .param(notebook.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
