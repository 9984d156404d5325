package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RaceIT extends RunningCaseService {

    private static final int WORKERS = 6;

    @Test
    void of_workers_who_open_a_file_at_the_same_time_one_does() {
        var person = register("Course", "Cléo");

        var answers = atOnce(() -> worker().post("/api/cases/files", Map.of("personId", person, "unit", "centre")));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    }

    @Test
    void what_is_acknowledged_is_there_and_what_is_not_is_not() {
        var file = openFile(register("Ensemble", "Eva"));

        var answers = atOnce(() -> recordOn(file, "En même temps."));

        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409);
        assertThat(file(file).body().get("contacts").size())
                .isEqualTo(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .count());
    }

    @Test
    void of_workers_who_choose_codes_on_the_same_reading_one_does_and_the_others_are_told() {
        var file = openFile(register("Codage", "Cora"));
        var contact = recordOn(file, "À coder.").id("contactId");
        var path = "/api/cases/files/" + file + "/contacts/" + contact + "/codes";

        var answers = atOnce(() -> worker().put(path, Map.of("codingId", contact, "codes", List.of("P03.4"))));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> assertThat(answer.text("type")).endsWith("edited-meanwhile"));
    }

    @Test
    void of_tabs_that_keep_a_draft_on_the_same_reading_one_does() {
        var file = openFile(register("Onglets", "Ondine"));
        var path = "/api/cases/files/" + file + "/drafts/contact";
        var first = worker().put(path, Map.of("draft", Map.of("text", "Un."))).id("revisionId");

        var answers =
                atOnce(() -> worker().put(path, Map.of("revisionId", first, "draft", Map.of("text", "Un, deux."))));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    }

    private static List<Answer> atOnce(Callable<Answer> call) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, WORKERS)
                    .mapToObj(_ -> workers.submit(call))
                    .toList();
            return answers.stream().map(RaceIT::answer).toList();
        }
    }

    private static Answer answer(java.util.concurrent.Future<Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
