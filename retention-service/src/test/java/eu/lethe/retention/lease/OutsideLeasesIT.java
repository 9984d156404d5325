package eu.lethe.retention.lease;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is outside the agency opens what a person agreed to, or the law says, and nothing else. */
class OutsideLeasesIT extends RunningRetention {

    @AfterEach
    void consentsAreAnswered() {
        CONSENTS.comeBack();
    }

    @Test
    void without_a_consent_the_key_is_refused_like_one_that_does_not_exist() {
        var refused = key(Someone.INTEGRATOR, born());
        var unknown = key(Someone.INTEGRATOR, UUID.randomUUID());

        assertThat(refused.status()).isEqualTo(404);
        assertThat(told(refused)).isEqualTo(told(unknown));
    }

    @Test
    void with_a_consent_in_force_it_is_leased() {
        var person = consenting();

        assertThat(key(Someone.INTEGRATOR, person).textAt("/kid")).isEqualTo(person + ".identity.1");
    }

    @Test
    void once_the_consent_is_withdrawn_the_next_lease_is_refused_within_a_second_like_one_that_never_was() {
        var person = consenting();
        assertThat(key(Someone.INTEGRATOR, person).status()).isEqualTo(200);

        CONSENTS.withdraw(person);
        var since = System.nanoTime();
        var refused = key(Someone.INTEGRATOR, person);

        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(1));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(told(refused)).isEqualTo(told(key(Someone.INTEGRATOR, UUID.randomUUID())));
    }

    @Test
    void a_lessee_who_asks_all_the_time_gets_nothing_from_the_moment_of_withdrawal_on() throws Exception {
        var person = consenting();
        var withdrawn = new AtomicBoolean();
        var leasedLater = new AtomicBoolean();
        var stop = new AtomicBoolean();
        var asking = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                var after = withdrawn.get();
                if (key(Someone.INTEGRATOR, person).status() == 200 && after) {
                    leasedLater.set(true);
                }
            }
        });
        Thread.sleep(300);

        CONSENTS.withdraw(person);
        withdrawn.set(true);
        Thread.sleep(500);
        stop.set(true);
        asking.join();

        assertThat(leasedLater).isFalse();
    }

    @Test
    void it_is_asked_each_time() {
        var person = consenting();
        key(Someone.INTEGRATOR, person);
        key(Someone.INTEGRATOR, person);

        assertThat(CONSENTS.questionsAbout(person)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "partner-referral, crip, identity",
        "partner-referral, , identity",
        "contact-reminders, , identity",
        "case-conference, partners, identity",
        "partner-referral, partners, narrative"
    })
    void a_consent_to_another_purpose_recipient_or_compartment_opens_nothing(
            String purpose, String recipient, String compartment) {
        var person = born();
        CONSENTS.grant(person, purpose, recipient, compartment);

        assertThat(key(Someone.INTEGRATOR, person).status()).isEqualTo(404);
    }

    @Test
    void a_consent_to_more_than_the_client_may_opens_no_more() {
        var person = born();
        CONSENTS.grant(person, "partner-referral", "partners", "narrative");

        assertThat(get(Someone.INTEGRATOR, "/api/retention/keys/" + person + ".narrative.1")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_client_that_declares_no_purpose_or_not_that_it_is_outside_opens_nothing() {
        var person = consenting();

        assertThat(key(Someone.UNDECLARED_INTEGRATOR, person).status()).isEqualTo(404);
        assertThat(key(Someone.UNMARKED_INTEGRATOR, person).status()).isEqualTo(404);
    }

    @Test
    void while_consents_cannot_be_asked_nothing_is_leased() {
        var person = consenting();
        key(Someone.INTEGRATOR, person);

        CONSENTS.goAway();

        var away = key(Someone.INTEGRATOR, person);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.textAt("/type")).isEqualTo("urn:lethe:problem:consents-unavailable");
        assertThat(key(Someone.CASE_SERVICE, person).status()).isEqualTo(200);
    }

    @Test
    void an_answer_that_took_too_long_is_not_relied_on() {
        var person = consenting();
        CONSENTS.takeSeconds(3);
        var since = System.nanoTime();

        assertThat(key(Someone.INTEGRATOR, person).status()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void a_batch_leases_what_is_covered_and_nothing_else() {
        var consenting = consenting();
        var other = born();

        var answer = post(
                Someone.PARTNER_SERVICE,
                "/api/retention/leases",
                Map.of(
                        "kids",
                        List.of(consenting + ".identity.1", consenting + ".narrative.1", other + ".identity.1"),
                        "current",
                        List.of(current(consenting), current(other))));

        assertThat(answer.each("/keys").map(key -> key.at("/kid").asString()))
                .containsExactly(consenting + ".identity.1", consenting + ".identity.1");
        assertThat(answer.each("/refused").map(refused -> refused.at("/status").asInt()))
                .containsExactly(404, 404, 404);
        assertThat(CONSENTS.questionsAbout(consenting)).isEqualTo(1);
    }

    @Test
    void a_message_that_tells_of_a_consent_opens_nothing() {
        var person = born();
        var today = LocalDate.now(ZoneOffset.UTC);
        var file = UUID.randomUUID();

        happens(Persons.granted(UUID.randomUUID(), person, today, Compartment.IDENTITY));
        happens(Persons.registered(person), Persons.opened(file, person, today), Persons.contact(file, person, today));
        eventually(
                "what is told of the person has arrived",
                () -> get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=2200-01-01")
                        .each("/items")
                        .anyMatch(item -> item.at("/personId").asString().equals(person.toString())));

        assertThat(key(Someone.INTEGRATOR, person).status()).isEqualTo(404);
    }

    private static Map<String, Object> current(UUID person) {
        return Map.of("personId", person, "compartment", "identity");
    }

    private UUID consenting() {
        var person = born();
        CONSENTS.grant(person);
        return person;
    }

    private UUID born() {
        return post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", 1))
                .idAt("/personIds/0");
    }

    private Answer key(Someone caller, UUID person) {
        return get(caller, "/api/retention/keys/" + person + ".identity.1");
    }

    /** All but the number that every answer has of its own. */
    private static String told(Answer answer) {
        return answer.text().replaceAll("urn:uuid:[0-9a-f-]+", "");
    }
}
