package eu.lethe.platform.feed;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.publishing.CloudEvent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET <prefix>/feed}: the service's events from the first on, without the pruned, as CloudEvents in batches. */
@RestController
@Tag(name = "feed")
final class FeedResource {

    static final String BATCH = "application/cloudevents-batch+json";
    static final String NEXT = "Lethe-Next";
    private static final String LARGEST = "500";

    private final StoredEvents events;
    private final String path;

    FeedResource(StoredEvents events, String prefix) {
        this.events = events;
        this.path = prefix + "/feed";
    }

    @Operation(
            summary = "Events in the order in which they were recorded",
            description = "The header Lethe-Next holds the cursor of the next batch. It is the one given when there is"
                    + " nothing new. What members of staff read is not in it.")
    @GetMapping(path = "${lethe.api.prefix}/feed", produces = BATCH)
    ResponseEntity<List<CloudEvent>> feed(
            @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = LARGEST) int limit) {
        if (after < 0) {
            throw Problem.invalid("/after", "invalid");
        }
        if (limit < 1 || limit > Integer.parseInt(LARGEST)) {
            throw Problem.invalid("/limit", "invalid");
        }
        var page = events.after(after, limit);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(NEXT, String.valueOf(page.next()))
                .header(HttpHeaders.LINK, "<%s?after=%d&limit=%d>; rel=\"next\"".formatted(path, page.next(), limit))
                .body(page.events());
    }
}
