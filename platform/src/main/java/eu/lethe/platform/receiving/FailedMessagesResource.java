package eu.lethe.platform.receiving;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.receiving.Replay.Outcome;
import eu.lethe.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code <prefix>/failed-messages}: what this service could not apply, shown without its content, and applied again. */
@RestController
@Tag(name = "failed messages")
final class FailedMessagesResource {

    /**
     * A message that failed.
     *
     * @param consumer who could not apply it
     * @param eventType e.g. {@code lethe.cases.ContactRecorded.v1}; absent where that cannot be read
     * @param subject whom or what it is about, by its id; absent where it names nobody, or they are erased
     * @param code why it failed
     * @param behind how many about the same subject wait behind it
     * @param contents what it holds, by name; never a value but ids
     */
    record View(
            UUID id,
            String consumer,
            String topic,
            int partition,
            long offset,
            @Pattern(regexp = KeptMessage.STATES) String state,
            String code,
            @Nullable String eventType,
            @Nullable UUID eventId,
            @Nullable UUID subject,
            Instant since,
            int tries,
            @Nullable Instant triedAt,
            @Nullable Instant endedAt,
            @Nullable UUID endedBy,
            long behind,
            List<Contents.Member> contents) {

        static View of(KeptMessage message) {
            return new View(
                    message.id(),
                    message.consumer(),
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    message.state(),
                    message.code(),
                    message.eventType(),
                    message.eventId(),
                    message.subject() == null ? null : UUID.fromString(message.subject()),
                    message.since(),
                    message.tries(),
                    message.triedAt(),
                    message.endedAt(),
                    message.endedBy(),
                    message.behind(),
                    Contents.of(message.content()));
        }
    }

    record Page(List<View> items, int page, int size, long total) {}

    private final KeptQueue queue;
    private final Replay replay;

    FailedMessagesResource(KeptQueue queue, Replay replay) {
        this.queue = queue;
        this.replay = replay;
    }

    @Operation(
            summary = "Messages that this service could not apply",
            description =
                    "Those that failed and wait for somebody, the oldest first; with ended=true those that were applied"
                            + " after all, passed over, forged, or ended with an erasure in the last 90 days.")
    @GetMapping("${lethe.api.prefix}/failed-messages")
    Page failedMessages(
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(defaultValue = "0") @Min(0) @Max(10_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return new Page(
                queue.page(!ended, page, size).stream().map(View::of).toList(), page, size, queue.count(!ended));
    }

    @Operation(summary = "One of them")
    @GetMapping("${lethe.api.prefix}/failed-messages/{id}")
    View failedMessage(@PathVariable UUID id) {
        return queue.of(id).map(View::of).orElseThrow(Problem::notFound);
    }

    @Operation(
            summary = "Apply it again",
            description =
                    "In the order of its subject, with all that waits behind it, until one fails again; at most 500 in one"
                            + " request.")
    @PostMapping("${lethe.api.prefix}/failed-messages/{id}/replay")
    Outcome replay(@PathVariable UUID id, Caller caller) {
        return replay.again(id, caller.staffId());
    }

    @Operation(
            summary = "Never apply it, and let what waits behind it go on",
            description = "For what this service will never make sense of. It cannot be undone.")
    @PostMapping("${lethe.api.prefix}/failed-messages/{id}/passing-over")
    Outcome passOver(@PathVariable UUID id, Caller caller) {
        return replay.passOver(id, caller.staffId());
    }
}
