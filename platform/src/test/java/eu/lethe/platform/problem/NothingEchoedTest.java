package eu.lethe.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.SealBroken;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.KeysUnavailable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was typed comes back neither in an answer nor in a log, whatever goes wrong. */
@ExtendWith(OutputCaptureExtension.class)
class NothingEchoedTest {

    private static final String CANARY = "Kermadec";

    record Typed(
            @NotBlank String name, @PastOrPresent @Nullable LocalDate date) {}

    @RestController
    static final class Notes {

        private Runnable act = () -> {};

        @PostMapping("/notes")
        void write(@Valid @RequestBody Typed typed) {
            act.run();
        }

        @GetMapping("/notes/{id}")
        void read(@PathVariable UUID id, @RequestParam int page) {
            act.run();
        }
    }

    private final Notes notes = new Notes();
    private final MockMvcTester http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(notes)
                    .setControllerAdvice(new ProblemAdvice(new ProblemAutoConfiguration().problemTexts()))
                    .setLocaleResolver(new ProblemAutoConfiguration().localeResolver())
                    .build())
            .withHttpMessageConverters(List.of(new JacksonJsonHttpMessageConverter()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"x\", \"date\": \"Kermadec\"}",
                "{\"name\": {\"Kermadec\": 1}}",
                "{\"name\": \"Kermadec\", \"date\": \"2999-01-01\"}",
                "{\"name\": \"Kermadec\", ",
                "Kermadec"
            })
    void a_body_that_is_refused_is_not_echoed(String body, CapturedOutput log) {
        var answer = http.post()
                .uri("/notes")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();

        assertThat(answer).hasStatus(400).bodyText().doesNotContain(CANARY);
        assertThat(log).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes/Kermadec?page=1", "/notes/4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001?page=Kermadec"})
    void an_address_that_is_refused_is_not_echoed(String address) {
        var answer = http.get().uri(address).exchange();

        assertThat(answer).hasStatus(400).bodyText().doesNotContain(CANARY);
    }

    @Test
    void the_message_of_an_unexpected_failure_gets_neither_out_nor_into_the_log(CapturedOutput log) {
        var answer = failing(() -> new IllegalArgumentException(CANARY, new IllegalStateException(CANARY)));

        assertThat(answer).hasStatus(500).bodyText().doesNotContain(CANARY);
        assertThat(log).doesNotContain(CANARY).contains("IllegalArgumentException");
    }

    @Test
    void the_failing_row_of_a_database_gets_neither_out_nor_into_the_log(CapturedOutput log) {
        var answer = failing(() -> new DataIntegrityViolationException("Failing row contains (" + CANARY + ")"));

        assertThat(answer).hasStatus(503).bodyText().doesNotContain(CANARY);
        assertThat(log).doesNotContain(CANARY);
    }

    @Test
    void a_suspended_key_is_423() {
        assertThat(failing(() -> refused(KeyRefused.Cause.SUSPENDED))).hasStatus(423);
    }

    @Test
    void a_destroyed_key_is_410() {
        assertThat(failing(() -> refused(KeyRefused.Cause.DESTROYED))).hasStatus(410);
    }

    @Test
    void an_unknown_key_is_404() {
        assertThat(failing(() -> refused(KeyRefused.Cause.UNKNOWN))).hasStatus(404);
    }

    @Test
    void keys_that_are_away_are_503_and_say_when_to_come_back() {
        assertThat(failing(() -> new KeysUnavailable(new IllegalStateException())))
                .hasStatus(503)
                .containsHeader("Retry-After");
    }

    @Test
    void a_lost_race_is_409() {
        assertThat(failing(() -> new ConcurrencyException("sequence"))).hasStatus(409);
    }

    @Test
    void an_unknown_aggregate_is_404() {
        assertThat(failing(() -> new AggregateNotFoundException("id", "unknown")))
                .hasStatus(404);
    }

    @Test
    void a_broken_seal_is_an_incident_on_our_side(CapturedOutput log) {
        assertThat(failing(() -> new SealBroken(SealBroken.Flaw.TAMPERED))).hasStatus(500);
        assertThat(log).contains("TAMPERED");
    }

    @Test
    void a_field_at_fault_is_named() {
        var answer = http.post()
                .uri("/notes")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \" \"}")
                .exchange();

        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/name");
    }

    @Test
    void a_problem_is_told_in_the_language_asked_for() {
        var answer = http.get()
                .uri("/notes/x?page=1")
                .header("Accept-Language", "en-GB")
                .exchange();

        assertThat(answer).bodyJson().extractingPath("$.title").isEqualTo("Invalid request");
    }

    private MvcTestResult failing(Supplier<RuntimeException> failure) {
        notes.act = () -> {
            throw failure.get();
        };
        return http.post()
                .uri("/notes")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"x\"}")
                .exchange();
    }

    private static KeyRefused refused(KeyRefused.Cause cause) {
        return new KeyRefused(UUID.randomUUID(), Compartment.NARRATIVE, cause);
    }
}
