package eu.lethe.retention.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who depends on a person goes with the person; the business clock moves on through these tests. */
class DependentsErasureIT extends RunningRetention {

    private static final List<Someone> SERVICES =
            List.of(Someone.CASE_SERVICE, Someone.CONSENT_SERVICE, Someone.REPORTING_SERVICE);
    private static final List<String> OF_THE_FILE = List.of("identity", "narrative", "coding", "third-party", "health");

    private UUID person = UUID.randomUUID();
    private UUID source = UUID.randomUUID();
    private UUID other = UUID.randomUUID();
    private final UUID file = UUID.randomUUID();
    private final UUID information = UUID.randomUUID();

    @BeforeEach
    void a_person_about_whom_two_others_reported() {
        var born = post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", 3))
                .each("/personIds")
                .map(id -> UUID.fromString(id.asString()))
                .toList();
        person = born.get(0);
        source = born.get(1);
        other = born.get(2);
        var today = clock.today();
        happens(
                Persons.registered(person),
                Persons.opened(file, person, today),
                Persons.contact(file, person, today),
                Persons.contact(file, person, today),
                Persons.reported(information, source, file, person, today));
        eventuallyDue(person, "support-file");
        eventuallyDue(source, "third-party");
    }

    @Test
    void a_person_is_erased_with_their_sources_and_one_certificate_says_so() {
        happens(Persons.reported(UUID.randomUUID(), other, file, person, clock.today()));
        eventuallyDue(other, "third-party");
        passes("P2Y1D");

        var preview = preview(person, "deadline");
        assertThat(preview.at("/preview/erasable").asInt()).isEqualTo(3);
        assertThat(preview.at("/preview/byRule/0/count").asInt()).isEqualTo(3);
        var erasure = approved(preview);
        assertThat(keys(source)).containsOnly(423);
        passes("P7D");
        eventuallyIn(erasure, "removed");

        assertThat(show(erasure).at("/progress/removed").asInt()).isEqualTo(3);
        assertThat(List.of(keys(person), keys(source), keys(other)))
                .allSatisfy(keys -> assertThat(keys).containsOnly(404));
        certify(erasure);
        assertThat(get(Someone.WORKER, "/api/retention/certificates")
                        .each("/items")
                        .filter(item -> item.at("/certificateId")
                                .asString()
                                .equals(show(erasure).textAt("/certificateId")))
                        .count())
                .isEqualTo(1);
        eventually("nothing is due of anybody", () -> !listed(person) && !listed(source) && !listed(other));
    }

    @Test
    void dismissed_information_is_erased_after_six_months_while_the_file_lives_on() {
        happens(Persons.dismissed(information, source, file, person, clock.today()));
        eventuallyDue(source, "third-party-unfounded");
        passes("P6M");

        var byRule = post(
                Someone.ADMIN,
                "/api/retention/erasures",
                Map.of(
                        "rule",
                        "third-party-unfounded",
                        "dueBefore",
                        clock.today().plusDays(1),
                        "reason",
                        "deadline"));
        var erasure = approved(byRule);
        passes("P7D");
        eventuallyIn(erasure, "removed");

        assertThat(key(source, "third-party")).isIn(404, 410);
        assertThat(keys(person)).containsOnly(200);
        certify(erasure);
        eventually("nothing is due of the source", () -> !listed(source));
        assertThat(listed(person)).isTrue();
    }

    @Test
    void what_is_left_of_a_source_goes_with_the_person() {
        happens(Persons.dismissed(information, source, file, person, clock.today()));
        eventuallyDue(source, "third-party-unfounded");
        passes("P6M");
        var alone = approved(preview(source, "deadline"));
        passes("P7D");
        eventuallyIn(alone, "removed");
        certify(alone);

        var erasure = approved(preview(person, "right-exercised"));
        passes("P7D");
        eventuallyIn(erasure, "removed");

        assertThat(show(erasure).at("/progress/removed").asInt()).isEqualTo(2);
        assertThat(keys(source)).containsOnly(404);
        certify(erasure);
    }

    @Test
    void a_source_drops_out_with_the_person() {
        passes("P2Y1D");
        var preview = preview(person, "deadline");
        happens(Persons.contact(file, person, clock.today(), clock.now()));
        eventually(
                "due later",
                () -> get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=" + clock.today())
                        .each("/items")
                        .noneMatch(item -> item.at("/personId").asString().equals(person.toString())));
        var erasure = approved(preview);
        passes("P7D");

        eventuallyIn(erasure, "cancelled");

        assertThat(show(erasure)
                        .each("/progress/droppedOut")
                        .map(left -> left.at("/cause").asString()))
                .containsExactly("new-activity", "person-dropped-out");
        assertThat(keys(source)).containsOnly(200);
    }

    @Test
    void somebody_named_together_with_the_person_is_counted_once() {
        var preview = post(
                Someone.ADMIN,
                "/api/retention/erasures",
                Map.of("personIds", List.of(source, person), "reason", "right-exercised"));

        assertThat(preview.at("/preview/erasable").asInt()).isEqualTo(2);
    }

    @Test
    void a_source_that_is_heard_of_after_the_person_was_erased_is_due_at_once() {
        var erasure = approved(preview(person, "right-exercised"));
        passes("P7D");
        eventuallyIn(erasure, "removed");
        certify(erasure);

        happens(Persons.reported(UUID.randomUUID(), other, file, person, clock.today()));

        eventuallyDue(other, "left-behind");
        var rest = approved(preview(other, "deadline"));
        passes("P7D");
        eventuallyIn(rest, "removed");
        certify(rest);
    }

    @Test
    void a_second_record_goes_with_the_one_that_is_kept() {
        happens(
                Persons.registered(other),
                Persons.merged(person, other, clock.today().plusDays(30), clock.now()));
        eventually("it has no deadline", () -> !listed(other) && active(other));

        var preview = preview(person, "right-exercised");

        assertThat(preview.at("/preview/erasable").asInt()).isEqualTo(3);
    }

    @Test
    void a_second_record_goes_with_what_was_reported_about_it_and_leaves_what_was_moved_behind() {
        var second = UUID.fromString(post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", 1))
                .each("/personIds")
                .findFirst()
                .orElseThrow()
                .asString());
        var secondFile = UUID.randomUUID();
        var reported = Persons.reported(UUID.randomUUID(), other, secondFile, second, clock.today());
        happens(
                Persons.registered(second),
                Persons.opened(secondFile, second, clock.today()),
                reported,
                Persons.merged(person, second, clock.today().plusDays(30), clock.now()));
        eventually("both go with the person", () -> erasableWith(person) == 4);

        happens(
                Persons.moved(reported, file, person),
                Persons.settled(person, second, clock.today(), clock.now().plusSeconds(1)));
        eventuallyDue(second, "merged");
        var erasure = approved(preview(second, "deadline"));
        passes("P7D");
        eventuallyIn(erasure, "removed");

        assertThat(show(erasure).at("/progress/removed").asInt()).isEqualTo(1);
        assertThat(keys(second)).containsOnly(404);
        assertThat(keys(other)).containsOnly(200);
        certify(erasure);
        assertThat(erasableWith(person)).isEqualTo(3);
    }

    @Test
    void who_proves_to_be_somebody_else_before_the_act_is_given_back() {
        happens(
                Persons.registered(other),
                Persons.merged(person, other, clock.today().plusDays(30), clock.now()));
        eventually("it has no deadline", () -> !listed(other) && active(other));
        var erasure = approved(preview(person, "right-exercised"));
        happens(Persons.undone(person, other, clock.now()));
        eventuallyDue(other, "single-visit");
        passes("P7D");

        eventuallyIn(erasure, "removed");

        assertThat(show(erasure).textAt("/progress/droppedOut/0/personId")).isEqualTo(other.toString());
        assertThat(show(erasure).textAt("/progress/droppedOut/0/cause")).isEqualTo("no-duplicate");
        assertThat(keys(other)).containsOnly(200);
        certify(erasure);
    }

    /** Whether it goes along: only then the merge was heard of. */
    private boolean active(UUID second) {
        return erasableWith(person) == (second.equals(other) ? 3 : 2);
    }

    private int erasableWith(UUID someone) {
        return preview(someone, "right-exercised").at("/preview/erasable").asInt();
    }

    private Answer preview(UUID someone, String reason) {
        return post(Someone.ADMIN, "/api/retention/erasures", Map.of("personIds", List.of(someone), "reason", reason));
    }

    private UUID approved(Answer preview) {
        var erasure = preview.idAt("/erasureId");
        post(
                Someone.ADMIN,
                path(erasure) + "/request",
                Map.of("confirmedCount", preview.at("/share/toConfirm").asInt(0)));
        assertThat(post(Someone.APPROVER, path(erasure) + "/approval").textAt("/state"))
                .isEqualTo("suspended");
        return erasure;
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
        eventuallyIn(erasure, "certified");
    }

    private void eventuallyIn(UUID erasure, String state) {
        eventually(state, () -> show(erasure).textAt("/state").equals(state));
    }

    private void eventuallyDue(UUID subject, String rule) {
        eventually(
                "due by " + rule,
                () -> get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=2200-01-01&rule=" + rule)
                        .text()
                        .contains(subject.toString()));
    }

    private boolean listed(UUID subject) {
        return get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=2200-01-01")
                .each("/items")
                .anyMatch(item -> item.at("/personId").asString().equals(subject.toString()));
    }

    private List<Integer> keys(UUID subject) {
        return OF_THE_FILE.stream()
                .map(compartment -> key(subject, compartment))
                .toList();
    }

    private int key(UUID subject, String compartment) {
        return get(Someone.CASE_SERVICE, "/api/retention/keys/" + subject + "." + compartment + ".1")
                .status();
    }

    private Answer show(UUID erasure) {
        return get(Someone.DPO, path(erasure));
    }

    private static String path(UUID erasure) {
        return "/api/retention/erasures/" + erasure;
    }
}
