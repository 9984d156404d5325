package eu.lethe.retention.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import eu.lethe.testkit.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who would be erased, and who with them, is decided by what other services recorded, not by what is on the broker. */
class HearsayIT extends RunningRetention {

    private final UUID person = UUID.randomUUID();
    private final UUID file = UUID.randomUUID();

    @Autowired
    private JdbcClient database;

    @Test
    void a_message_that_its_publisher_did_not_record_makes_nobody_due() {
        var longAgo = clock.today().minusYears(9);

        refused("not-recorded", Topic.forge(Persons.opened(file, person, longAgo), "case-service"));
        refused("wrong-source", Topic.forge(Persons.opened(file, person, longAgo), "reporting-service"));

        assertThat(count("deadline where person_id = ?", person)).isZero();
    }

    @Test
    void nobody_depends_on_another_because_a_message_says_so() {
        var victim = UUID.randomUUID();
        happens(Persons.registered(person), Persons.registered(victim));

        refused(
                "not-recorded",
                Topic.forge(Persons.merged(person, victim, clock.today().plusDays(30), Instant.now()), "case-service"));
        refused(
                "not-recorded",
                Topic.forge(Persons.reported(UUID.randomUUID(), victim, file, person, clock.today()), "case-service"));

        assertThat(count("dependent where subject_id = ?", victim)).isZero();
    }

    @Test
    void a_true_event_told_in_other_words_has_no_effect() {
        var id = UUID.randomUUID();
        happens(id, Persons.opened(file, person, clock.today()));
        eventually("due", () -> count("deadline where person_id = ?", person) > 0);
        var before = dueOn();

        Topic.forgeAs(id, Persons.opened(file, person, clock.today().minusYears(9)), "case-service");
        happens(Persons.registered(person));

        eventually("heard", () -> count("known_person where person_id = ?", person) > 0);
        assertThat(dueOn()).isEqualTo(before);
    }

    @Test
    void another_service_is_told_which_events_were_recorded_here_and_nobody_else_is() {
        happens(Persons.registered(person), Persons.opened(file, person, clock.today()));
        eventually("published", () -> !published().isEmpty());
        var recorded = UUID.fromString(published().getFirst());
        var question = Map.of("ids", List.of(recorded, UUID.randomUUID()));

        var answer = post(Someone.CASE_SERVICE, "/api/retention/recorded", question);

        assertThat(answer.each("/events").map(event -> event.at("/id").asString()))
                .containsExactly(recorded.toString());
        assertThat(answer.textAt("/events/0/data/personId")).isEqualTo(person.toString());
        assertThat(post(Someone.ADMIN, "/api/retention/recorded", question).status())
                .isEqualTo(403);
        assertThat(post(Someone.INTEGRATOR, "/api/retention/recorded", question).status())
                .isEqualTo(403);
    }

    private List<String> published() {
        return Topic.messages("lethe.retention.v1").stream()
                .filter(message -> Topic.header(message, "ce_subject").equals(person.toString()))
                .map(message -> Topic.header(message, "ce_id"))
                .toList();
    }

    private static void refused(String code, UUID id) {
        eventually(code, () -> Topic.keptAside("lethe.cases.v1", id, code));
    }

    private String dueOn() {
        return database.sql("select string_agg(rule || due_on, ' ' order by rule) from deadline where person_id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private long count(String from, UUID id) {
        return database.sql("select count(*) from " + from)
                .param(id)
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
