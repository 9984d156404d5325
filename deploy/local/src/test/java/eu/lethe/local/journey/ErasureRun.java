package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Understands an erasure as two administrators see it through, at the gateway. */
record ErasureRun(String id, int erasable, Map<String, Integer> count, RunningStack stack) {

    /** One looks who would be erased of those who asked for it; nothing is touched. */
    static ErasureRun prepared(Collection<String> persons, RunningStack stack) {
        var answer = stack.as("retention-admin")
                .post("/api/retention/erasures", Map.of("personIds", persons, "reason", "right-exercised"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var prepared = answer.json();
        return new ErasureRun(
                prepared.path("erasureId").asString(),
                prepared.at("/preview/erasable").asInt(),
                Map.of("confirmedCount", prepared.at("/share/toConfirm").asInt(1)),
                stack);
    }

    /** The same asks for it. */
    void request() {
        var asked = stack.as("retention-admin").post(path() + "/request", count);
        assertThat(asked.text("state")).as(asked.toString()).isEqualTo("requested");
    }

    /** The other approves it: the keys are suspended. */
    void approve() {
        var approved = stack.as("retention-approver").post(path() + "/approval", count);
        assertThat(approved.text("state")).as(approved.toString()).isEqualTo("suspended");
    }

    /** Lets it stand still. */
    void pause() {
        var paused = stack.as("retention-admin").post(path() + "/pause");
        assertThat(paused.status()).as(paused.toString()).isEqualTo(200);
    }

    /** Lets it go on; who asked for it may not, once the grace is over. */
    void resume() {
        var resumed = stack.as("retention-approver").post(path() + "/resumption");
        assertThat(resumed.status()).as(resumed.toString()).isEqualTo(200);
    }

    JsonNode shown() {
        return stack.as("retention-admin").get(path()).json();
    }

    private String path() {
        return "/api/retention/erasures/" + id;
    }
}
