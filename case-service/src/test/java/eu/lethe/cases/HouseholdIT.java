package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.testkit.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HouseholdIT extends RunningCaseService {

    private static final List<Compartment> ALL = List.of(
            Compartment.IDENTITY,
            Compartment.NARRATIVE,
            Compartment.CODING,
            Compartment.THIRD_PARTY,
            Compartment.HEALTH);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    @Test
    void who_lives_with_a_person_is_read_by_name_with_what_they_are_to_each_other() {
        var mother = register("Foyer", "Mère");
        var son = register("Foyer", "Fils");

        assertThat(join(mother, son, "fils").status()).isEqualTo(201);

        var members = members(mother);
        assertThat(names(members)).containsExactly("Mère", "Fils");
        assertThat(members.get(1).get("relation").asString()).isEqualTo("fils");
        assertThat(worker().get("/api/cases/persons/" + son).id("householdId")).isEqualTo(household(mother));
    }

    @Test
    void what_somebody_is_to_the_others_is_added_later_and_put_right_without_a_file_too() {
        var mother = register("Lien", "Mère");
        var son = register("Lien", "Fils");
        var joined = worker().post("/api/cases/persons/" + mother + "/household/members", Map.of("personId", son));

        var added = relation(joined, "neveu");
        var corrected = relation(added, "fils");

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(names(members(mother))).containsExactly("Mère", "Fils");
        assertThat(members(mother).get(1).get("relation").asString()).isEqualTo("fils");
        var late = relation(joined, "oncle");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("type")).endsWith("edited-meanwhile");
        assertThat(late.id("revisionId")).isEqualTo(corrected.id("membershipId"));
    }

    private Answer relation(Answer joined, String relation) {
        return worker().put(
                        "/api/cases/households/" + joined.id("householdId") + "/members/" + joined.id("membershipId")
                                + "/relation",
                        Map.of("relation", relation));
    }

    @Test
    void who_left_comes_after_who_lives_there() {
        var mother = register("Parti", "Mère");
        var father = register("Parti", "Père");
        var son = register("Parti", "Fils");
        var departing = join(mother, father, "père");
        join(mother, son, "fils");

        var answer = depart(departing, "left");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(names(members(mother))).containsExactly("Mère", "Fils", "Père");
        assertThat(members(mother).getLast().get("until").asString()).isEqualTo(DAY.toString());
        assertThat(household(father)).isNull();
    }

    @Test
    void who_never_was_a_member_is_not_shown() {
        var mother = register("Erreur", "Mère");
        var stranger = register("Erreur", "Inconnu");

        depart(join(mother, stranger, "voisin"), "error");

        assertThat(names(members(mother))).containsExactly("Mère");
    }

    @Test
    void who_parts_from_the_others_lives_in_a_household_of_their_own_and_stays_what_they_are() {
        var mother = register("Scission", "Mère");
        var daughter = register("Scission", "Fille");
        var son = register("Scission", "Fils");
        var her = join(mother, daughter, "fille");
        var his = join(mother, son, "fils");

        var answer = worker().post(
                        "/api/cases/households/" + household(mother) + "/split",
                        Map.of(
                                "membershipIds",
                                List.of(her.id("membershipId"), his.id("membershipId")),
                                "on",
                                DAY.toString()));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(names(members(son))).containsExactlyInAnyOrder("Fille", "Fils");
        assertThat(members(son))
                .extracting(member -> member.get("relation").asString())
                .containsExactlyInAnyOrder("fille", "fils");
        assertThat(household(son)).isEqualTo(answer.id("householdId")).isNotEqualTo(household(mother));
    }

    @Test
    void of_two_workers_who_put_somebody_into_two_households_at_once_one_is_told() {
        var one = register("Course", "Une");
        var other = register("Course", "Deux");
        var child = register("Course", "Enfant");

        List<Integer> statuses;
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = Stream.of(one, other)
                    .map(person -> CompletableFuture.supplyAsync(
                            () -> join(person, child, "enfant").status(), both))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void another_units_worker_neither_reads_nor_changes_a_household() {
        var mother = register("Cloison", "Mère");
        var joined = join(mother, register("Cloison", "Fils"), "fils");
        var elsewhere = as("worker", "north");

        assertThat(elsewhere.get("/api/cases/persons/" + mother + "/household").status())
                .isEqualTo(403);
        assertThat(elsewhere
                        .post(departure(joined), Map.of("on", DAY.toString(), "reason", "left"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_others_live_on_when_one_of_them_is_erased() {
        var mother = register("Oubli", "Mère");
        var father = register("Oubli", "Père");
        var son = register("Oubli", "Fils");
        join(mother, father, "père");
        join(mother, son, "fils");

        var erasure = UUID.randomUUID();
        Topic.publish(new KeysRemoved(
                erasure, father, RETENTION.keys().remove(father, ALL), true, LocalDate.of(2026, 2, 1), Instant.now()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(names(members(mother))).containsExactly("Mère", "Fils"));
        assertThat(members(mother).getLast().get("relation").asString()).isEqualTo("fils");
    }

    @Test
    void a_contact_says_in_which_household_the_person_lived_that_day_and_nothing_else_of_it() {
        var mother = register("Reçue", "Mère");
        var son = register("Reçue", "Fils");
        var alone = openFile(register("Reçue", "Seule"));
        var ofMother = openFile(mother);
        var ofSon = openFile(son);
        var joined = join(mother, son, "fils");

        record(ofMother, "Venue.");
        record(ofSon, "Venu.");
        record(alone, "Venue.");
        depart(joined, "left");
        await().atMost(SOON).until(() -> household(son) == null);
        record(ofSon, "Venu seul.");

        assertThat(householdsTold(ofMother, 1)).containsExactly(household(mother));
        assertThat(householdsTold(alone, 1)).containsOnlyNulls();
        assertThat(householdsTold(ofSon, 2)).containsExactly(household(mother), null);
    }

    private static List<@Nullable UUID> householdsTold(UUID file, int contacts) {
        await().atMost(SOON)
                .until(() -> Topic.published(ContactRecorded.class, file).size() == contacts);
        return Topic.published(ContactRecorded.class, file).stream()
                .<@Nullable UUID>map(ContactRecorded::household)
                .toList();
    }

    private Answer join(UUID person, UUID who, String relation) {
        return worker().post(
                        "/api/cases/persons/" + person + "/household/members",
                        Map.of("personId", who, "relation", relation));
    }

    private Answer depart(Answer joined, String reason) {
        return worker().post(departure(joined), Map.of("on", DAY.toString(), "reason", reason));
    }

    private static String departure(Answer joined) {
        return "/api/cases/households/%s/members/%s/departure"
                .formatted(joined.id("householdId"), joined.id("membershipId"));
    }

    private List<JsonNode> members(UUID person) {
        return worker().get("/api/cases/persons/" + person + "/household")
                .body()
                .get("members")
                .valueStream()
                .toList();
    }

    private @Nullable UUID household(UUID person) {
        var household = worker().get("/api/cases/persons/" + person + "/household")
                .body()
                .get("householdId");
        return household.isNull() ? null : UUID.fromString(household.asString());
    }

    private static List<String> names(List<JsonNode> members) {
        return members.stream()
                .map(member -> member.get("name").path("givenName").asString("not readable"))
                .toList();
    }
}
