package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.RunningCaseService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is kept from a person writes nothing that names them, whatever else they may write in. */
class NamedPersonsIT extends RunningCaseService {

    private static final String DAY = "2026-01-10";

    private UUID own;
    private UUID kept;
    private UUID file;

    @BeforeEach
    void somebody_to_read_about_and_somebody_to_be_kept_from() {
        own = register("Permise", "Paule");
        kept = register("Interdite", "Inès");
        file = openFile(own);
        lead().get("/api/cases/me");
        as("worker", "north").get("/api/cases/me");
    }

    @Test
    void a_member_of_the_household_does_not_leave_it_by_who_is_excluded_from_them() {
        var joined = join(own, kept);
        exclude("worker", "centre");

        assertThat(depart(worker(), joined, "died").status()).isEqualTo(403);
    }

    @Test
    void nor_by_exceptional_access_to_another_member() {
        var joined = join(own, kept);
        exclude("worker", "north");
        var north = as("worker", "north");
        assertThat(north.post(
                                "/api/cases/files/" + file + "/exceptional-access",
                                Map.of("reason", "emergency", "reasonText", "Ce soir."))
                        .status())
                .isEqualTo(201);

        assertThat(depart(north, joined, "died").status()).isEqualTo(403);
        assertThat(split(north, joined).status()).isEqualTo(403);
    }

    @Test
    void nor_by_who_a_restriction_leaves_out() {
        var joined = join(own, kept);
        restrict();

        assertThat(depart(worker(), joined, "left").status()).isEqualTo(403);
        assertThat(split(worker(), joined).status()).isEqualTo(403);
    }

    @Test
    void nobody_joins_a_household_or_is_merged_by_who_is_excluded_from_them() {
        exclude("worker", "centre");

        assertThat(worker().post("/api/cases/persons/" + own + "/household/members", Map.of("personId", kept))
                        .status())
                .isEqualTo(403);
        assertThat(worker().post("/api/cases/persons/" + own + "/duplicates", Map.of("duplicateId", kept))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_contact_mentions_nobody_from_whom_its_author_is_excluded() {
        exclude("worker", "centre");

        assertThat(contact(List.of(kept)).status()).isEqualTo(403);
        assertThat(contact(List.of()).status()).isEqualTo(201);
    }

    @Test
    void a_correction_mentions_nobody_either() {
        var contact = contact(List.of());
        exclude("worker", "centre");
        var revision =
                file(file).body().get("contacts").get(0).get("revisionId").asString();

        var answer = worker().put(
                        "/api/cases/files/" + file + "/contacts/" + contact.text("contactId"),
                        Map.of(
                                "revisionId",
                                revision,
                                "date",
                                DAY,
                                "text",
                                "Corrigé.",
                                "reason",
                                "typing-error",
                                "persons",
                                List.of(kept)));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void a_contact_is_not_refiled_to_who_its_author_is_excluded_from() {
        var theirs = openFile(kept);
        var contact = contact(List.of());
        exclude("worker", "centre");

        assertThat(worker().post(
                                "/api/cases/files/" + file + "/contacts/" + contact.text("contactId") + "/withdrawal",
                                Map.of("reason", "wrong-person", "toFileId", theirs))
                        .status())
                .isEqualTo(403);
    }

    private Api.Answer contact(List<UUID> persons) {
        return worker().post(
                        "/api/cases/files/" + file + "/contacts",
                        Map.of("date", DAY, "text", "Vue.", "persons", persons));
    }

    private Api.Answer join(UUID personId, UUID member) {
        var joined = worker().post("/api/cases/persons/" + personId + "/household/members", Map.of("personId", member));
        assertThat(joined.status()).isEqualTo(201);
        return joined;
    }

    private static Api.Answer depart(Api caller, Api.Answer joined, String reason) {
        return caller.post(
                "/api/cases/households/" + joined.text("householdId") + "/members/" + joined.text("membershipId")
                        + "/departure",
                Map.of("on", DAY, "reason", reason));
    }

    private static Api.Answer split(Api caller, Api.Answer joined) {
        return caller.post(
                "/api/cases/households/" + joined.text("householdId") + "/split",
                Map.of("membershipIds", List.of(joined.text("membershipId")), "on", DAY));
    }

    private void exclude(String role, String unit) {
        assertThat(lead().post(
                                "/api/cases/persons/" + kept + "/exclusions",
                                Map.of("workerId", id(role, unit), "ask", id("lead", "centre"), "reason", "relative"))
                        .status())
                .isEqualTo(201);
    }

    private void restrict() {
        assertThat(lead().put(
                                "/api/cases/persons/" + kept + "/restriction",
                                Map.of(
                                        "workerIds",
                                        List.of(id("lead", "centre")),
                                        "ask",
                                        id("lead", "centre"),
                                        "exceptionalAccess",
                                        false,
                                        "reason",
                                        "protection"))
                        .status())
                .isEqualTo(200);
    }
}
