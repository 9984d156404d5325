package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.Replay;
import eu.lethe.testkit.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReplayIT extends RunningCaseService {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Replay replay;

    @Autowired
    private EventProcessingConfiguration processors;

    @Test
    void read_models_dropped_and_replayed_are_the_same_even_after_pruning() throws InterruptedException {
        var file = openFile(register("Rejoué", "René"));
        record(file, "Une fois.", "P03.4");
        record(file, "Deux fois.");
        eraseAndPrune(register("Oubliée", "Olga"));
        var before = readModels();

        replay.start("cases");
        var caughtUp = replay.awaitCaughtUp("cases", SOON);

        assertThat(caughtUp).isTrue();
        assertThat(readModels()).isEqualTo(before);
    }

    @Test
    void nobody_reads_or_writes_before_it_is_known_again_who_may() {
        var person = register("Rejouée", "Rita");
        var file = openFile(person);
        var lead = as("lead", "centre");
        lead.get("/api/cases/me");
        var me = UUID.nameUUIDFromBytes("workercentre".getBytes(StandardCharsets.UTF_8));
        var askLead = UUID.nameUUIDFromBytes("leadcentre".getBytes(StandardCharsets.UTF_8));
        assertThat(lead.post(
                                "/api/cases/persons/" + person + "/exclusions",
                                Map.of("workerId", me, "ask", askLead, "reason", "relative"))
                        .status())
                .isEqualTo(201);
        var processor = processors
                .eventProcessor("cases", StreamingEventProcessor.class)
                .orElseThrow();

        processor.shutDown();
        processor.resetTokens();

        var read = file(file);
        assertThat(read.status()).isEqualTo(503);
        assertThat(read.text("type")).isEqualTo("urn:lethe:problem:rights-rebuilding");
        assertThat(worker().get("/api/cases/files").status()).isEqualTo(503);
        assertThat(worker().get("/api/cases/me").status()).isEqualTo(200);

        processor.start();

        await().atMost(SOON).until(() -> file(file).status() != 503);
        assertThat(file(file).text("type")).isEqualTo("urn:lethe:problem:excluded");
    }

    private void eraseAndPrune(UUID person) {
        var file = openFile(person);
        record(file, "À oublier.");
        var erasure = UUID.randomUUID();
        var keys = RETENTION
                .keys()
                .remove(
                        person,
                        List.of(Compartment.IDENTITY, Compartment.NARRATIVE, Compartment.CODING, Compartment.HEALTH));
        Topic.publish(new KeysRemoved(erasure, person, keys, true, LocalDate.of(2028, 3, 4), Instant.now()));
        Topic.publish(new PruningOrdered(erasure, person, keys, true, Instant.now()));
        await().atMost(SOON).until(() -> file(file).status() == 410);
        await().atMost(SOON)
                .until(() -> database.sql("select payload_type from domain_event where aggregate_identifier = ?")
                        .param(person.toString())
                        .query((row, _) -> row.getString(1))
                        .list()
                        .equals(List.of("lethe.cases.PersonForgotten.v1")));
    }

    private List<String> readModels() {
        return List.of("person", "case_file", "contact").stream()
                .flatMap(
                        table -> database
                                .sql("select row_to_json(t)::text from " + table + " t order by 1")
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
    }
}
