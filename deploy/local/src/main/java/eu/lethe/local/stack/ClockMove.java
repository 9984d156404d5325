package eu.lethe.local.stack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Understands moving the business clock of a running stack: done when every service sees it. */
record ClockMove(BusinessClockFile file, StackAddresses addresses, HttpClient http) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    LocalDate by(TemporalAmount amount) {
        for (Component service : Component.services()) {
            if (ask(service).isEmpty()) {
                throw new StackProblem("%s does not answer: start the stack with ./lethe up, then move the clock."
                        .formatted(service.label()));
            }
        }
        file.append(amount);
        List<String> expected = file.amounts().stream().map(Object::toString).toList();
        Instant deadline = Instant.now().plus(PATIENCE);
        return Component.services().stream()
                .map(service -> awaitSeen(service, expected, deadline))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private LocalDate awaitSeen(Component service, List<String> expected, Instant deadline) {
        while (true) {
            Optional<Reading> reading = ask(service);
            if (reading.isPresent() && reading.get().offset().equals(expected)) {
                return reading.get().today();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StackProblem("The clock was moved, but %s does not see it yet: ./lethe logs %1$s tells why."
                        .formatted(service.label()));
            }
            pause();
        }
    }

    /** What a service takes the time to be, if it answers. */
    private Optional<Reading> ask(Component service) {
        try {
            HttpRequest question = HttpRequest.newBuilder(addresses.businessClock(service))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpResponse<String> answer = http.send(question, BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Optional.of(JsonMapper.builder().build().readValue(answer.body(), Reading.class))
                    : Optional.empty();
        } catch (IOException unreachable) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** As a service's {@code /actuator/businessclock} answers. */
    record Reading(LocalDate today, List<String> offset) {}

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted: the clock was moved, services see it in a moment.", e);
        }
    }
}
