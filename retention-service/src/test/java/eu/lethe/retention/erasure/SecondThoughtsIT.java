package eu.lethe.retention.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.retention.epoch.StoppedErasures.Stop;
import eu.lethe.retention.keys.KeyRemover;
import eu.lethe.retention.keys.KeyRemover.Doomed;
import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What can still be stopped, by whom and until when: nothing is removed on an old word, or on one person's. */
class SecondThoughtsIT extends RunningRetention {

    private static final List<Someone> SERVICES =
            List.of(Someone.CASE_SERVICE, Someone.CONSENT_SERVICE, Someone.REPORTING_SERVICE);

    @Autowired
    private KeyRemover remover;

    @Autowired
    private StoredDecisions stored;

    @Autowired
    private SecondThoughts thoughts;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient database;

    @Test
    void a_paused_erasure_is_called_off_though_grace_is_over() {
        var person = person();
        var erasure = approved(List.of(person));
        post(Someone.APPROVER, path(erasure) + "/pause");
        passes("P8D");

        var cancelled = post(Someone.ADMIN, path(erasure) + "/cancellation");

        assertThat(cancelled.textAt("/state")).isEqualTo("cancelled");
        assertThat(identityKeyOf(person)).isEqualTo(200);
    }

    @Test
    void of_whom_nothing_is_removed_is_given_back_and_the_others_go_on_to_their_certificate() {
        var gone = person();
        var left = person();
        var erasure = approved(List.of(gone, left));
        post(Someone.ADMIN, path(erasure) + "/pause");
        passes("P8D");
        // a process that was killed here has removed one person's keys, and written nothing down
        remover.remove(erasure, List.of(new Doomed(gone, true)), clock.today());

        var cancelled = post(Someone.ADMIN, path(erasure) + "/cancellation");

        assertThat(cancelled.textAt("/state")).isEqualTo("removed");
        assertThat(cancelled.at("/progress/removed").asInt()).isEqualTo(1);
        assertThat(cancelled.textAt("/progress/droppedOut/0/personId")).isEqualTo(left.toString());
        assertThat(cancelled.textAt("/progress/droppedOut/0/cause")).isEqualTo("called-off");
        assertThat(identityKeyOf(left)).isEqualTo(200);
        assertThat(identityKeyOf(gone)).isNotEqualTo(200);
        certify(erasure);
    }

    @Test
    void an_approval_expires_and_gives_everybody_back() {
        var person = person();
        var erasure = approved(List.of(person));
        post(Someone.APPROVER, path(erasure) + "/pause");

        passes("P31D");

        eventually("expired", () -> show(erasure).textAt("/state").equals("expired"));
        assertThat(identityKeyOf(person)).isEqualTo(200);
        assertThat(post(Someone.APPROVER, path(erasure) + "/resumption").status())
                .isEqualTo(409);
        assertThat(post(Someone.APPROVER, path(erasure) + "/execution").status())
                .isEqualTo(409);
        assertThat(identityKeyOf(person)).isEqualTo(200);
    }

    @Test
    void after_grace_who_asked_does_not_resume() {
        var erasure = approved(List.of(person()));
        post(Someone.APPROVER, path(erasure) + "/pause");
        passes("P8D");

        var refused = post(Someone.ADMIN, path(erasure) + "/resumption");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.textAt("/type")).isEqualTo("urn:lethe:problem:four-eyes-to-resume");
        assertThat(refused.textAt("/detail")).contains("délai de grâce");
        post(Someone.ADMIN, path(erasure) + "/cancellation");
    }

    @Test
    void while_grace_runs_who_asked_may_resume() {
        var erasure = approved(List.of(person()));
        post(Someone.ADMIN, path(erasure) + "/pause");

        assertThat(post(Someone.ADMIN, path(erasure) + "/resumption").status()).isEqualTo(200);

        post(Someone.ADMIN, path(erasure) + "/cancellation");
    }

    @Test
    void calling_off_and_removing_at_once_leaves_nobody_between_the_two() {
        var persons = IntStream.range(0, 6).mapToObj(_ -> person()).toList();
        var erasures = persons.stream().map(person -> approved(List.of(person))).toList();
        erasures.forEach(erasure -> post(Someone.ADMIN, path(erasure) + "/pause"));
        passes("P8D");

        var asked = erasures.stream()
                .flatMap(erasure -> List.of(
                        CompletableFuture.runAsync(() -> post(Someone.APPROVER, path(erasure) + "/resumption")),
                        CompletableFuture.runAsync(() -> post(Someone.ADMIN, path(erasure) + "/cancellation")))
                        .stream())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(asked).join();

        for (var i = 0; i < persons.size(); i++) {
            var person = persons.get(i);
            var erasure = erasures.get(i);
            eventually(
                    "decided",
                    () -> List.of("cancelled", "removed").contains(show(erasure).textAt("/state")));
            var removed = show(erasure).textAt("/state").equals("removed");
            assertThat(show(erasure).at("/progress/removed").asInt()).isEqualTo(removed ? 1 : 0);
            assertThat(show(erasure).at("/progress/suspended").asInt()).isZero();
            assertThat(identityKeyOf(person) == 200).isEqualTo(!removed);
            if (removed) {
                certify(erasure);
            }
        }
    }

    @Test
    void what_was_decided_is_known_while_the_list_of_erasures_is_built_anew() {
        var paused = approved(List.of(person()));
        post(Someone.APPROVER, path(paused) + "/pause");
        var calledOff = approved(List.of(person()));
        post(Someone.ADMIN, path(calledOff) + "/cancellation");
        var resumed = approved(List.of(person()));
        post(Someone.ADMIN, path(resumed) + "/pause");
        post(Someone.ADMIN, path(resumed) + "/resumption");

        new TransactionTemplate(transactions).executeWithoutResult(listed -> {
            database.sql("delete from erasure").update();

            assertThat(stored.stopped())
                    .containsEntry(paused, Stop.PAUSED)
                    .containsEntry(calledOff, Stop.CALLED_OFF)
                    .doesNotContainKey(resumed);
            assertThat(stored.unknown()).containsEntry(resumed, Stop.UNKNOWN).doesNotContainKeys(paused, calledOff);
            listed.setRollbackOnly();
        });
        List.of(paused, resumed).forEach(erasure -> post(Someone.ADMIN, path(erasure) + "/cancellation"));
    }

    @Test
    void what_another_instance_is_about_to_decide_does_not_recall_it() {
        var erasure = approved(List.of(person()));

        new TransactionTemplate(transactions).executeWithoutResult(ofAnotherInstance -> {
            thoughts.stop(erasure, Stop.PAUSED);
            await().during(Duration.ofSeconds(2)).until(() -> !isRecalled(erasure));
            thoughts.lift(erasure, Stop.PAUSED);
        });

        await().during(Duration.ofSeconds(1)).until(() -> !isRecalled(erasure));
        post(Someone.ADMIN, path(erasure) + "/cancellation");
    }

    private boolean isRecalled(UUID erasure) {
        return show(erasure).at("/recalled/stop").isString();
    }

    private UUID approved(List<UUID> persons) {
        var preview = post(
                Someone.ADMIN, "/api/retention/erasures", Map.of("personIds", persons, "reason", "right-exercised"));
        var erasure = preview.idAt("/erasureId");
        var count = preview.at("/share/toConfirm").asInt(persons.size());
        assertThat(post(Someone.ADMIN, path(erasure) + "/request", Map.of("confirmedCount", count))
                        .textAt("/state"))
                .isEqualTo("requested");
        assertThat(post(Someone.APPROVER, path(erasure) + "/approval").textAt("/state"))
                .isEqualTo("suspended");
        return erasure;
    }

    @Test
    void a_refusal_is_told_to_who_asked_with_its_reason_and_nothing_was_suspended() {
        var person = person();
        var preview = post(
                Someone.ADMIN,
                "/api/retention/erasures",
                Map.of("personIds", List.of(person), "reason", "right-exercised"));
        var erasure = preview.idAt("/erasureId");
        var count = preview.at("/share/toConfirm").asInt(0);
        post(Someone.ADMIN, path(erasure) + "/request", Map.of("confirmedCount", count));

        assertThat(post(Someone.APPROVER, path(erasure) + "/refusal", Map.of()).status())
                .isEqualTo(400);
        assertThat(post(Someone.APPROVER, path(erasure) + "/refusal", Map.of("reason", "no-idea"))
                        .status())
                .isEqualTo(400);
        var own = post(Someone.ADMIN, path(erasure) + "/refusal", Map.of("reason", "dispute"));
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.textAt("/detail"))
                .isEqualTo("Qui demande un effacement retire sa demande\u202f; une autre personne peut la refuser.");

        var refused = post(Someone.APPROVER, path(erasure) + "/refusal", Map.of("reason", "dispute"));

        assertThat(refused.textAt("/state")).isEqualTo("refused");
        var told = get(Someone.ADMIN, path(erasure));
        assertThat(told.textAt("/refused/reason")).isEqualTo("dispute");
        assertThat(told.textAt("/refused/reasonLabel")).isEqualTo("Un litige ou un recours est en cours");
        assertThat(told.idAt("/refused/by/id")).isNotEqualTo(told.idAt("/requestedBy/id"));
        assertThat(identityKeyOf(person)).isEqualTo(200);
        assertThat(post(Someone.ADMIN, path(erasure) + "/cancellation").status())
                .isEqualTo(409);
        assertThat(post(Someone.APPROVER, path(erasure) + "/approval").status()).isEqualTo(409);
    }

    private void certify(UUID erasure) {
        for (var phase : List.of("purged", "pruned")) {
            for (var service : SERVICES) {
                eventually(
                        service + " could confirm " + phase,
                        () -> post(service, path(erasure) + "/confirmations", Map.of("phase", phase))
                                        .status()
                                == 204);
            }
        }
        eventually("certified", () -> show(erasure).textAt("/state").equals("certified"));
    }

    private UUID person() {
        var person = post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", 1))
                .idAt("/personIds/0");
        happens(Persons.registered(person));
        eventually(
                "known",
                () -> get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=2200-01-01&rule=single-visit")
                        .text()
                        .contains(person.toString()));
        return person;
    }

    private int identityKeyOf(UUID person) {
        return get(Someone.CASE_SERVICE, "/api/retention/keys/" + person + ".identity.1")
                .status();
    }

    private Answer show(UUID erasure) {
        return get(Someone.DPO, path(erasure));
    }

    private static String path(UUID erasure) {
        return "/api/retention/erasures/" + erasure;
    }
}
