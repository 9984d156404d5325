package eu.lethe.retention.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import eu.lethe.retention.schedule.RetentionRule;
import eu.lethe.retention.schedule.RetentionSchedule;
import eu.lethe.retention.schedule.ShippedSchedule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every rule of the schedule that Lethe ships with is brought about by what happens, and shown with its day and its words. */
class ShippedRulesIT extends RunningRetention {

    private final UUID file = UUID.randomUUID();
    private final UUID consent = UUID.randomUUID();
    private UUID person = UUID.randomUUID();
    private UUID other = UUID.randomUUID();
    private LocalDate today = LocalDate.EPOCH;

    @Autowired
    private RetentionSchedule schedule;

    @BeforeEach
    void two_who_have_keys() {
        var born = post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", 2))
                .each("/personIds")
                .map(id -> UUID.fromString(id.asString()))
                .toList();
        person = born.getFirst();
        other = born.getLast();
        today = clock.today();
    }

    /** The access journal keeps its own time: nothing of it is a person's. */
    static Stream<String> rules() {
        return ShippedSchedule.read().rules().stream()
                .filter(rule -> !rule.action().equals("drop"))
                .map(RetentionRule::code);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void what_happens_brings_a_rule_about_with_its_day_and_its_words(String rule) {
        var due = broughtAbout(rule);

        eventually(rule, () -> fallsDue(due, rule));
        var shown = deadline(due.subject(), rule).toList();
        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst().at("/ruleLabel").asString())
                .isEqualTo(schedule.require(rule).label().in(Locale.FRENCH));
        assertThat(shown.getFirst().at("/action").asString())
                .isEqualTo(schedule.require(rule).action());
    }

    private record Due(UUID subject, LocalDate on) {}

    private Due broughtAbout(String rule) {
        happens(Persons.registered(person), Persons.opened(file, person, today.minusDays(50)));
        return switch (rule) {
            case "single-visit" -> new Due(person, today.minusDays(50).plusYears(1));
            case "support-file" -> {
                twoContacts();
                yield new Due(person, today.minusDays(10).plusYears(2));
            }
            case "health" -> {
                var contact = Persons.contact(file, person, today.minusDays(10));
                happens(Persons.contact(file, person, today.minusDays(20)), contact, Persons.codedHealth(contact, 1));
                yield new Due(person, today.minusDays(10).plusYears(1));
            }
            case "child-protection" -> {
                twoContacts();
                happens(Persons.protectedUntil(file, person, today.plusYears(11)));
                yield new Due(person, today.plusYears(11).plusYears(3));
            }
            case "third-party" -> {
                happens(Persons.reported(UUID.randomUUID(), other, file, person, today.minusDays(3)));
                yield new Due(other, today.minusDays(3).plusYears(1));
            }
            case "third-party-unfounded" -> {
                var information = UUID.randomUUID();
                happens(
                        Persons.reported(information, other, file, person, today.minusDays(3)),
                        Persons.dismissed(information, other, file, person, today.minusDays(1)));
                yield new Due(other, today.minusDays(1).plusMonths(6));
            }
            case "merged" -> {
                happens(
                        Persons.registered(other),
                        Persons.merged(person, other, today, Instant.now()),
                        Persons.settled(person, other, today, Instant.now()));
                yield new Due(other, today);
            }
            case "left-behind" -> {
                happens(Persons.registered(other));
                eventually(
                        "known", () -> deadline(other, "single-visit").findAny().isPresent());
                erase(person);
                var erasedOn = clock.today();
                // heard late: the person was erased, and this had not been known to depend on them
                happens(Persons.reported(UUID.randomUUID(), other, file, person, today.minusDays(3)));
                yield new Due(other, erasedOn);
            }
            case "consent-withdrawn" -> {
                happens(
                        Persons.registered(other),
                        Persons.granted(consent, other, today.minusDays(9), Compartment.IDENTITY),
                        Persons.withdrawn(consent, other, today.minusDays(2), Compartment.IDENTITY));
                yield new Due(other, today.minusDays(2));
            }
            case "consent-evidence" -> {
                happens(
                        Persons.granted(consent, person, today.minusDays(9), Compartment.IDENTITY),
                        Persons.withdrawn(consent, person, today.minusDays(2), Compartment.IDENTITY));
                yield new Due(person, today.minusDays(2).plusYears(5));
            }
            case "rights-request" -> {
                happens(Persons.excludedOnRequest(person, clock.now()));
                yield new Due(person, today.plusYears(5));
            }
            default -> throw new AssertionError("nobody says how this is brought about: " + rule);
        };
    }

    @Test
    void child_protection_that_was_a_mistake_leaves_the_file_what_it_was() {
        happens(Persons.registered(person), Persons.opened(file, person, today.minusDays(50)));
        twoContacts();
        var noted = Persons.protectedUntil(file, person, today.plusYears(11));
        happens(noted);
        eventually("noted", () -> deadline(person, "child-protection").findAny().isPresent());

        happens(Persons.notProtected(file, person), noted);

        eventually("revoked", () -> rulesOf(person).equals(List.of("support-file")));
    }

    @Test
    void evidence_outlives_the_person_falls_due_and_is_erased() {
        happens(
                Persons.registered(person),
                Persons.opened(file, person, today),
                Persons.granted(consent, person, today, Compartment.IDENTITY),
                Persons.excludedOnRequest(person, clock.now()));
        eventually("in force", () -> rulesOf(person).equals(List.of("rights-request", "single-visit")));
        erase(person);
        happens(Persons.lapsed(consent, person, clock.today()));
        var lapsed = clock.today();
        eventually("evidence only", () -> rulesOf(person).equals(List.of("consent-evidence", "rights-request")));
        assertThat(deadline(person, "consent-evidence")
                        .map(item -> item.at("/dueOn").asString()))
                .containsExactly(lapsed.plusYears(5).toString());

        passes("P5Y1D");
        var erasure = post(
                Someone.ADMIN, "/api/retention/erasures", Map.of("personIds", List.of(person), "reason", "deadline"));
        assertThat(erasure.at("/preview/erasable").asInt()).isEqualTo(1);
        removed(erasure.idAt("/erasureId"));

        eventually("nothing is left", () -> rulesOf(person).isEmpty());
        assertThat(get(Someone.CONSENT_SERVICE, "/api/retention/keys/" + person + ".consent.1")
                        .status())
                .isNotEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_preview_by_any_rule_says_who_would_be_erased_and_of_the_others_why_not(String rule) {
        var due = broughtAbout(rule);
        eventually(rule, () -> fallsDue(due, rule));

        var preview = post(
                Someone.ADMIN,
                "/api/retention/erasures",
                Map.of("rule", rule, "dueBefore", due.on().plusDays(1), "reason", "deadline"));

        assertThat(preview.status()).as(preview.text()).isEqualTo(201);
        var action = schedule.require(rule).action();
        var passed = !due.on().isAfter(clock.today());
        assertThat(held(preview, due.subject()))
                .isEqualTo(
                        switch (action) {
                            case "review" -> List.of("reviewed");
                            case "archive" -> List.of("archived");
                            default -> passed ? List.of() : List.of("not-due");
                        });
        if (!action.equals("erase")) {
            assertThat(preview.at("/preview/erasable").asInt()).isZero();
            assertThat(post(Someone.ADMIN, "/api/retention/erasures/" + preview.idAt("/erasureId") + "/request")
                            .textAt("/type"))
                    .endsWith("nothing-to-erase");
        }
    }

    @Test
    void who_is_named_and_due_for_the_archives_is_left_out_with_that_reason() {
        happens(
                Persons.registered(person),
                Persons.opened(file, person, today.minusYears(9)),
                Persons.protectedUntil(file, person, today.minusYears(4)));
        eventually("due", () -> rulesOf(person).equals(List.of("child-protection")));

        var preview = post(
                Someone.ADMIN, "/api/retention/erasures", Map.of("personIds", List.of(person), "reason", "deadline"));

        assertThat(held(preview, person)).containsExactly("archived");
    }

    private boolean fallsDue(Due due, String rule) {
        return deadline(due.subject(), rule)
                .anyMatch(item -> item.at("/dueOn").asString().equals(due.on().toString()));
    }

    private static List<String> held(Answer preview, UUID subject) {
        return preview.each("/preview/held")
                .filter(held -> held.at("/personId").asString().equals(subject.toString()))
                .map(held -> held.at("/cause").asString())
                .toList();
    }

    private void twoContacts() {
        happens(Persons.contact(file, person, today.minusDays(20)), Persons.contact(file, person, today.minusDays(10)));
    }

    private void erase(UUID somebody) {
        eventually("known", () -> !rulesOf(somebody).isEmpty());
        removed(post(
                        Someone.ADMIN,
                        "/api/retention/erasures",
                        Map.of("personIds", List.of(somebody), "reason", "right-exercised"))
                .idAt("/erasureId"));
    }

    private void removed(UUID erasure) {
        var path = "/api/retention/erasures/" + erasure;
        var together = get(Someone.ADMIN, path).at("/share/toConfirm");
        post(
                Someone.ADMIN,
                path + "/request",
                together.isNumber() ? Map.of("confirmedCount", together.asInt()) : Map.of());
        assertThat(post(Someone.APPROVER, path + "/approval").status()).isEqualTo(200);
        passes("P7D");
        eventually("removed", () -> get(Someone.ADMIN, path).textAt("/state").equals("removed"));
    }

    private List<String> rulesOf(UUID subject) {
        return deadlines(subject)
                .map(item -> item.at("/rule").asString())
                .sorted()
                .toList();
    }

    private Stream<JsonNode> deadline(UUID subject, String rule) {
        return deadlines(subject).filter(item -> item.at("/rule").asString().equals(rule));
    }

    private Stream<JsonNode> deadlines(UUID subject) {
        return get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=2200-01-01")
                .each("/items")
                .filter(item -> item.at("/personId").asString().equals(subject.toString()));
    }
}
