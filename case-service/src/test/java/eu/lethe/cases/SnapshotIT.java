package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.RunningCaseService;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file with a long history: loaded from a snapshot, which says nothing about the person. */
class SnapshotIT extends RunningCaseService {

    private static final String CANARY = "Cliché-Qwfpg";

    @Autowired
    private JdbcClient database;

    @Test
    void a_file_assigned_120_times_is_loaded_from_a_snapshot_that_holds_nothing_in_clear() {
        var person = register(CANARY, CANARY);
        var file = openFile(person);
        record(file, CANARY);
        var workers = new UUID[] {UUID.randomUUID(), UUID.randomUUID()};
        for (var worker : workers) {
            colleague(worker, "Alternance", "centre").get("/api/cases/me");
        }

        for (var times = 1; times <= 120; times++) {
            assertThat(as("lead", "centre")
                            .post("/api/cases/files/" + file + "/referent", Map.of("workerId", workers[times % 2]))
                            .status())
                    .isEqualTo(200);
        }

        await().atMost(SOON).until(() -> snapshots(file) > 0);
        assertThat(snapshotOf(file))
                .contains("\"unit\":\"centre\"")
                .doesNotContain(CANARY)
                .doesNotContain("\"eyJ");

        // without the cache, the snapshot is what the next command is decided on
        try (var fresh = start()) {
            var there = at(url(fresh), "lead", "centre");
            assertThat(there.post("/api/cases/files/" + file + "/closing", Map.of("reason", "other"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(file(file).text("state")).isEqualTo("closed");
    }

    private int snapshots(UUID file) {
        return database.sql("select count(*) from snapshot_event where aggregate_identifier = :file")
                .param("file", file.toString())
                .query(Integer.class)
                .single();
    }

    private String snapshotOf(UUID file) {
        return new String(
                database.sql("select payload from snapshot_event where aggregate_identifier = :file")
                        .param("file", file.toString())
                        .query((row, _) -> row.getBytes("payload"))
                        .list()
                        .getFirst(),
                StandardCharsets.UTF_8);
    }

    private static org.springframework.context.ConfigurableApplicationContext start() {
        var settings = new java.util.HashMap<String, Object>(settings());
        settings.put("server.port", "0");
        return new org.springframework.boot.builder.SpringApplicationBuilder(CaseService.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private static String url(org.springframework.context.ConfigurableApplicationContext instance) {
        return "http://127.0.0.1:" + instance.getEnvironment().getRequiredProperty("local.server.port");
    }
}
