package eu.lethe.platform.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.NotebookService;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

class SentKeysIT {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private static NotebookService service;
    private static SentKeys keys;

    private final String key = UUID.randomUUID().toString();
    private final UUID person = UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = NotebookService.start(TestInfrastructure.propertiesFor("case"));
        keys = new SentKeys(service.database(), service.bean(BusinessClock.class), PATIENCE);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_was_recorded_is_found_with_its_answer() {
        take(claim("one"));

        assertThat(keys.find(key)).hasValueSatisfying(before -> {
            assertThat(before.body()).isEqualTo("one");
            assertThat(before.answer()).contains(person.toString());
        });
    }

    @Test
    void who_comes_second_is_told_what_was_answered_first() {
        var first = claim("one");
        take(first);

        assertThatExceptionOfType(AlreadySent.class)
                .isThrownBy(() -> take(claim("two")))
                .satisfies(sent -> assertThat(sent.before().answer()).isEqualTo(first.answer()));
    }

    @Test
    void whose_service_was_killed_before_it_was_done_has_a_free_key() {
        service.transaction().executeWithoutResult(killed -> {
            keys.take(claim("one"));
            killed.setRollbackOnly();
        });

        assertThat(keys.find(key)).isEmpty();
        take(claim("one"));
        assertThat(keys.find(key)).isPresent();
    }

    @Test
    void who_waits_for_one_that_does_not_end_is_told_to_come_back() {
        service.transaction().executeWithoutResult(_ -> {
            keys.take(claim("one"));

            var second = CompletableFuture.runAsync(() -> take(claim("one")));

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> second.get(20, TimeUnit.SECONDS))
                    .havingCause()
                    .isInstanceOfSatisfying(Problem.class, refused -> {
                        assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
                        assertThat(refused.code()).isEqualTo("being-recorded");
                    });
        });
    }

    @Test
    void whoever_takes_a_key_waits_for_other_rows_as_long_as_before() {
        service.transaction().executeWithoutResult(_ -> {
            var before = lockTimeout();

            keys.take(claim("one"));

            assertThat(lockTimeout()).isEqualTo(before);
        });
    }

    @Test
    void a_key_is_forgotten_with_whoever_its_answer_is_about() {
        take(claim("one"));
        var another = UUID.randomUUID().toString();
        take(claim(another, "one", UUID.randomUUID()));

        keys.forget(person);

        assertThat(keys.find(key)).isEmpty();
        assertThat(keys.find(another)).isPresent();
    }

    @Test
    void after_thirty_days_a_key_is_free_and_its_answer_is_no_more() {
        take(claim("one"));
        age();
        assertThat(keys.find(key)).isEmpty();

        var anew = UUID.randomUUID();
        take(claim(key, "two", anew));

        assertThat(keys.find(key)).hasValueSatisfying(since -> {
            assertThat(since.body()).isEqualTo("two");
            assertThat(since.answer()).contains(anew.toString());
        });
        keys.forget(person);
        assertThat(keys.find(key)).isPresent();
    }

    @Test
    void what_is_old_is_swept_and_nothing_else() {
        take(claim("one"));
        age();
        var young = UUID.randomUUID().toString();
        take(claim(young, "one", person));

        keys.sweep();

        assertThat(service.database()
                        .sql("select key_digest from sent_once where key_digest in (?, ?)")
                        .params(key, young)
                        .query(String.class)
                        .list())
                .containsExactly(young);
    }

    private void age() {
        service.database()
                .sql("update sent_once set sent_at = sent_at - interval '30 days' where key_digest = ?")
                .param(key)
                .update();
    }

    private static String lockTimeout() {
        return service.database().sql("show lock_timeout").query(String.class).single();
    }

    private static void take(Claim claim) {
        service.transaction().executeWithoutResult(_ -> keys.take(claim));
    }

    private Claim claim(String body) {
        return claim(key, body, person);
    }

    private static Claim claim(String key, String body, UUID about) {
        var claim = new Claim(key, body, new JsonMapper());
        claim.answering(Map.of("personId", about, "recordId", UUID.randomUUID()), about);
        return claim;
    }
}
