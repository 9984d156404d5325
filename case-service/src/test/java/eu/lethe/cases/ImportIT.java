package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ImportIT extends RunningCaseService {

    private static final String HEADER =
            "reference;familyName;givenName;birthDate;householdType;openedOn;contactDate;" + "contactText;codes\n";

    @Autowired
    private JdbcClient database;

    @Test
    void a_line_becomes_a_person_a_file_of_its_day_and_a_contact() {
        var name = "Repris" + suffix();

        var run = ended(begin(
                false,
                HEADER + line(name) + ";" + name
                        + ";Anaïs;1984-05-17;alone;2021-02-03;2025-11-30;\"Loyer; impayé.\";P03.4\n"));

        assertThat(run.get("created").asInt()).isEqualTo(1);
        await().atMost(SOON).until(() -> search(name).contains(name));
        var found = worker().post("/api/cases/search", java.util.Map.of("text", name))
                .body()
                .get("items")
                .get(0);
        var file = file(UUID.fromString(found.get("fileId").asString())).body();
        assertThat(file.get("openedOn").asString()).isEqualTo("2021-02-03");
        assertThat(file.get("contacts").get(0).get("text").asString()).isEqualTo("Loyer; impayé.");
        assertThat(file.get("person").get("birthDate").asString()).isEqualTo("1984-05-17");
    }

    @Test
    void a_dry_run_tells_what_would_happen_and_changes_nothing() {
        var name = "Essai" + suffix();
        var before = persons();

        var run = ended(begin(true, HEADER + line(name) + ";" + name + ";;;;;;;\n" + line("x") + ";;;;;;;;\n"));

        assertThat(run.get("created").asInt()).isEqualTo(1);
        assertThat(run.get("refused").asInt()).isEqualTo(1);
        assertThat(persons()).isEqualTo(before);
    }

    @Test
    void a_quote_left_open_is_refused_with_its_line_and_nobody_comes_into_anothers_file() {
        var refused = lead().csv(
                        "/api/cases/imports?dryRun=false",
                        "reference;familyName;contactDate;contactText\n" + line("g1") + ";Morel;2025-01-01;\"Vue.\n"
                                + line("g2") + ";Roche;;\n");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:import-open-quote");
        assertThat(refused.body().get("line").asInt()).isEqualTo(2);
    }

    @Test
    void a_dry_run_accounts_for_lines_and_warns_of_cells_over_lines_and_of_near_matches() {
        var name = "Voisin" + suffix();
        register(java.util.Map.of("familyName", name, "givenName", "Luc", "birthDate", "1985-12-31"));
        await().atMost(SOON).until(() -> search(name).contains(name));

        var run = ended(begin(
                true,
                "\uFEFFRéférence;Nom;Prénom;Date de naissance;Date du contact;Texte du contact;\r\n" + line("v") + ";"
                        + name + ";Luc;31/12/1985;02/01/2025;\"un\r\ndeux\";\r\n;;;;;;\r\n"));

        assertThat(run.get("rows").asInt()).isEqualTo(1);
        assertThat(run.get("created").asInt()).isEqualTo(1);
        assertThat(run.get("lines").get("all").asInt()).isEqualTo(4);
        assertThat(run.get("lines").get("empty").asInt()).isEqualTo(1);
        assertThat(run.get("lines").get("withinCells").asInt()).isEqualTo(1);
        assertThat(run.get("warnings")
                        .valueStream()
                        .map(warning -> warning.get("line").asInt() + "-"
                                + warning.get("last").asInt() + " "
                                + warning.get("code").asString()))
                .containsExactlyInAnyOrder("2-3 line-breaks", "2-3 near-match");
    }

    @Test
    void a_near_match_is_named_to_who_may_see_it_and_to_nobody_else() {
        var name = "Proche" + suffix();
        var known = register(java.util.Map.of("familyName", name, "givenName", "Luc", "birthDate", "1985-12-31"));
        await().atMost(SOON).until(() -> search(name).contains(name));
        var csv = HEADER + line("p") + ";" + name + ";Luc;1985-12-31;Personne seule;;;;\n";

        var named = near(ended(begin(true, csv)));

        assertThat(named.get("personId").asString()).isEqualTo(known.toString());
        assertThat(named.get("familyName").asString()).isEqualTo(name);
        assertThat(named.get("birthDate").asString()).isEqualTo("1985-12-31");

        database.sql("""
                        insert into exclusion (exclusion_id, person_id, worker_id, ask, reason, at)
                        values (gen_random_uuid(), :person, cast(:reader as uuid), gen_random_uuid(), 'relative', now())""")
                .param("person", known)
                .param("reader", id("lead", "centre"))
                .update();
        var unnamed = ended(begin(true, csv));
        assertThat(unnamed.get("warnings").size()).isEqualTo(1);
        assertThat(unnamed.get("warnings").get(0).get("persons").size()).isZero();
    }

    private static JsonNode near(JsonNode run) {
        return run.get("warnings").get(0).get("persons").get(0);
    }

    @Test
    void a_model_to_fill_in_is_a_csv_that_can_be_taken() {
        var model = lead().get("/api/cases/imports/model").response().body();

        assertThat(lead().csv("/api/cases/imports?dryRun=true", model).status()).isEqualTo(202);
    }

    @Test
    void importing_again_makes_nothing_twice() {
        var csv = HEADER
                + IntStream.range(0, 20)
                        .mapToObj(number -> line("r" + number) + ";Nombreux;;;;;;;\n")
                        .collect(Collectors.joining());

        var first = ended(begin(false, csv));
        var second = ended(begin(false, csv + line("r20") + ";Nombreux;;;;;;;\n"));

        assertThat(first.get("created").asInt()).isEqualTo(20);
        assertThat(second.get("already").asInt()).isEqualTo(20);
        assertThat(second.get("created").asInt()).isEqualTo(1);
    }

    @Test
    void a_refused_line_is_named_by_line_column_and_code_and_never_quoted() {
        var canary = "Canari-Import";
        var csv = HEADER + line("a") + ";" + canary + ";;05/17/1984;" + canary + ";2031-01-01;2025-01-01;;P99\n"
                + line("b") + ";Bon;;;;;;;\n" + line("b") + ";Encore;;;;;;;\n";

        var answer = outcome(begin(false, csv));

        assertThat(answer.body().get("errors").valueStream().map(ImportIT::told))
                .contains(
                        "2 birthDate birth",
                        "2 householdType household-type",
                        "2 openedOn future",
                        "2 contactText required",
                        "2 codes unknown",
                        "4 reference duplicate");
        assertThat(answer.body().get("created").asInt()).isEqualTo(1);
        assertThat(answer.body().get("refused").asInt()).isEqualTo(2);
        assertThat(answer.response().body()).doesNotContain(canary);
    }

    @Test
    void nothing_of_a_reference_is_stored_but_a_keyed_hash() {
        var reference = "Canari-Reference-" + suffix();
        ended(begin(false, "reference,familyName\n" + reference + ",Haché\n"));

        assertThat(database.sql("select reference from imported_reference")
                        .query((row, _) -> row.getString(1))
                        .list())
                .isNotEmpty()
                .noneMatch(stored -> stored.contains("Canari"));
    }

    @Test
    void columns_that_are_not_known_are_refused_by_their_place() {
        var refused = lead().csv("/api/cases/imports?dryRun=true", "reference,Canari-Colonne\n1,2\n");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:import-columns");
        assertThat(refused.body().get("missing").get(0).asString()).isEqualTo("familyName");
        assertThat(refused.body().get("unknownPlaces").get(0).asInt()).isEqualTo(2);
        assertThat(refused.response().body()).doesNotContain("Canari");
    }

    @Test
    void while_keys_are_away_it_fails_clearly_and_importing_again_goes_on() {
        var csv = HEADER + line("panne" + suffix()) + ";Panne;;;;;;;\n";
        RETENTION.goAway();
        var failed = ended(begin(false, csv));
        RETENTION.comeBack();

        var again = ended(begin(false, csv));

        assertThat(failed.get("state").asString()).isEqualTo("failed");
        assertThat(again.get("state").asString()).isEqualTo("done");
        assertThat(again.get("created").asInt()).isEqualTo(1);
    }

    @Test
    void an_import_whose_process_ended_is_told_as_failed() {
        var abandoned = UUID.randomUUID();
        database.sql("""
                        insert into import_run (import_id, unit, author, dry_run, state, line_count, started_at, beat_at)
                        values (:id, 'south', :id, false, 'running', 10, now(), now() - interval '1 minute')""").param("id", abandoned).update();

        await().atMost(SOON)
                .until(() -> as("lead", "south")
                        .get("/api/cases/imports/" + abandoned)
                        .text("state")
                        .equals("failed"));
    }

    @Test
    void a_large_file_is_read_piece_by_piece_and_leaves_nothing_where_it_waited() {
        var text = "Reprise du dossier papier. ".repeat(200);
        var csv = new StringBuilder("reference,familyName,contactDate,contactText\n");
        while (csv.length() < 18_000_000) {
            csv.append(own)
                    .append(csv.length())
                    .append(",Volumineux,2020-01-02,")
                    .append(text)
                    .append('\n');
        }

        var run = ended(begin(true, csv.toString()));

        assertThat(run.get("state").asString()).isEqualTo("done");
        assertThat(run.get("created").asInt())
                .isEqualTo(run.get("rows").asInt())
                .isGreaterThan(3_000);
        await().atMost(SOON).until(() -> pieces() == 0);
    }

    @Test
    void what_waits_is_sealed() {
        var csv = "reference,familyName,contactDate,contactText\n" + own + ",Canari-Csv-Zyxwv,2020-01-02,rien\n";
        database.sql("create table if not exists piece_seen as select content from import_piece where false")
                .update();
        database.sql("""
                        create or replace rule see_pieces as on insert to import_piece
                        do also insert into piece_seen values (new.content)""").update();

        ended(begin(true, csv.repeat(1)));

        database.sql("drop rule see_pieces on import_piece").update();
        assertThat(database.sql("select encode(content, 'escape') from piece_seen")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(piece -> piece.contains("Canari-Csv-Zyxwv"));
        database.sql("drop table piece_seen").update();
    }

    @Test
    void more_lines_than_a_unit_has_files_are_refused() {
        var csv = "reference,familyName\n" + "a,b\n".repeat(50_001);

        var refused = lead().csv("/api/cases/imports?dryRun=true", csv);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:import-too-long");
    }

    private int pieces() {
        return database.sql("select count(*) from import_piece")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_lead_of_another_unit_sees_no_import_and_a_worker_imports_none() {
        var importId = begin(true, HEADER);

        assertThat(as("lead", "north").get("/api/cases/imports/" + importId).status())
                .isEqualTo(403);
        assertThat(worker().csv("/api/cases/imports", HEADER).status()).isEqualTo(403);
    }

    private final String own = suffix();

    private String line(String reference) {
        return own + reference;
    }

    private UUID begin(boolean dryRun, String csv) {
        var begun = lead().csv("/api/cases/imports?dryRun=" + dryRun, csv);
        assertThat(begun.status()).as(begun.response().body()).isEqualTo(202);
        outcome(begun.id("importId"));
        return begun.id("importId");
    }

    /** Waits for the end. */
    private Answer outcome(UUID importId) {
        await().atMost(SOON)
                .until(() -> !lead().get("/api/cases/imports/" + importId)
                        .text("state")
                        .equals("running"));
        return lead().get("/api/cases/imports/" + importId);
    }

    private JsonNode ended(UUID importId) {
        return outcome(importId).body();
    }

    private int persons() {
        return database.sql("select count(*) from person").query(Integer.class).single();
    }

    private static String suffix() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    private static String told(JsonNode error) {
        return error.get("line").asString() + " " + error.get("column").asString() + " "
                + error.get("code").asString();
    }
}
