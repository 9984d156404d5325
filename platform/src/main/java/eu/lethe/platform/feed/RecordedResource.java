package eu.lethe.platform.feed;

import eu.lethe.platform.publishing.CloudEvent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST <prefix>/recorded}: another service that heard of events asks whether they are true before it acts on them. */
@RestController
@Tag(name = "feed")
final class RecordedResource {

    record Question(@NotNull @Size(min = 1, max = 500) List<@NotNull UUID> ids) {}

    record Answer(List<CloudEvent> events) {}

    private final RecordedEvents events;

    RecordedResource(RecordedEvents events) {
        this.events = events;
    }

    @Operation(
            summary = "Which of these events this service recorded",
            description = "An id that is not in the answer was never recorded here, or is pruned: a message under it is"
                    + " not to be believed.")
    @PostMapping("${lethe.api.prefix}/recorded")
    Answer recorded(@Valid @RequestBody Question question) {
        return new Answer(events.among(question.ids()));
    }
}
