package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.cases.contact.ContactCommand.CorrectContact;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An exceptional access gives no right to rewrite, and takes none away. */
class ExceptionalAccessIT extends RunningCaseService {

    @Autowired
    private CommandGateway commands;

    private UUID own;
    private UUID ownFile;
    private UUID theirs;
    private UUID theirFile;
    private UUID membership;
    private UUID household;

    @BeforeEach
    void two_who_live_together_one_of_whom_another_unit_answers_for() {
        own = register("Proche", "Paul");
        ownFile = openFile(own);
        theirs = register("Lointaine", "Lise");
        theirFile = openFile(theirs);
        var joined = worker().post("/api/cases/persons/" + own + "/household/members", Map.of("personId", theirs));
        membership = joined.id("membershipId");
        household = joined.id("householdId");
        lead().get("/api/cases/me");
        assertThat(lead().post("/api/cases/files/" + theirFile + "/transfer", Map.of("unit", "north"))
                        .status())
                .isEqualTo(200);
        assertThat(worker().post(
                                "/api/cases/files/" + theirFile + "/exceptional-access",
                                Map.of("reason", "emergency", "reasonText", "À la porte."))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void who_answers_for_one_of_a_household_may_still_write_that_the_other_left_it() {
        assertThat(worker().post(
                                "/api/cases/households/" + household + "/members/" + membership + "/departure",
                                Map.of("on", "2026-01-10", "reason", "left"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_the_other_is_to_the_household_is_not_rewritten() {
        assertThat(worker().put(
                                "/api/cases/households/" + household + "/members/" + membership + "/relation",
                                Map.of("relation", "belle-sœur"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void of_a_household_it_is_said_whose_relation_the_reader_may_write_so_that_nothing_is_offered_that_is_refused() {
        var members =
                worker().get("/api/cases/persons/" + own + "/household").body().get("members");

        assertThat(members.valueStream()
                        .collect(Collectors.toMap(
                                member -> UUID.fromString(member.get("personId").asString()),
                                member -> member.get("relationWritable").asBoolean())))
                .isEqualTo(Map.of(own, true, theirs, false));
        assertThat(worker().get("/api/cases/persons/" + theirs + "/household")
                        .body()
                        .get("members")
                        .valueStream()
                        .map(member -> member.get("relationWritable").asBoolean()))
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void a_contact_of_the_own_file_that_mentions_who_is_read_exceptionally_is_still_put_right() {
        var contact = record(ownFile, "Dit.");

        assertThat(worker().put(
                                "/api/cases/files/" + ownFile + "/contacts/" + contact,
                                Map.of(
                                        "revisionId",
                                        contact,
                                        "date",
                                        "2026-01-05",
                                        "text",
                                        "Redit.",
                                        "reason",
                                        "typing-error",
                                        "persons",
                                        List.of(theirs)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_command_that_only_mentions_somebody_of_the_own_unit_is_refused_by_whichever_address_it_comes() {
        var contact = north().post(
                        "/api/cases/files/" + theirFile + "/contacts", Map.of("date", "2026-01-05", "text", "Dit."))
                .id("contactId");
        var correction = new CorrectContact(
                contact,
                theirFile,
                "north",
                contact,
                UUID.randomUUID(),
                LocalDate.of(2026, 1, 5),
                Clear.of("Réécrit."),
                null,
                List.of(own),
                "typing-error",
                null,
                UUID.fromString(id("worker", "centre")));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> commands.sendAndWait(correction))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("exceptional-access-reads"));
    }

    @Test
    void nobody_is_merged_with_who_is_read_exceptionally() {
        assertThat(worker().post("/api/cases/persons/" + theirs + "/duplicates", Map.of("duplicateId", own))
                        .text("type"))
                .isEqualTo("urn:lethe:problem:exceptional-access-reads");
        assertThat(worker().post("/api/cases/persons/" + own + "/duplicates", Map.of("duplicateId", theirs))
                        .text("type"))
                .isEqualTo("urn:lethe:problem:merge-across-units");
    }
}
