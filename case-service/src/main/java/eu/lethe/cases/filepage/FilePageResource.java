package eu.lethe.cases.filepage;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading a file. */
@RestController
class FilePageResource {

    private static final String AS_MANY_AS_ARE_SHOWN = "50";
    private static final int MOST_AT_A_TIME = 500;

    private final FileReader reader;
    private final TimelineReader timeline;

    FilePageResource(FileReader reader, TimelineReader timeline) {
        this.reader = reader;
        this.timeline = timeline;
    }

    /** The page of a file, with its newest contacts; {@code next} leads to those before. */
    @GetMapping("/api/cases/files/{fileId}")
    FileView file(
            @PathVariable UUID fileId,
            @RequestParam(defaultValue = AS_MANY_AS_ARE_SHOWN) int limit,
            Caller caller,
            Locale locale) {
        return reader.read(fileId, sensible(limit), caller, locale);
    }

    /** The contacts of a file that stand behind those a reader has: {@code after} is the {@code next} they were given. */
    @GetMapping("/api/cases/files/{fileId}/timeline")
    TimelinePage timeline(
            @PathVariable UUID fileId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = AS_MANY_AS_ARE_SHOWN) int limit,
            Caller caller) {
        return timeline.read(fileId, after, sensible(limit), caller);
    }

    private static int sensible(int limit) {
        if (limit < 1 || limit > MOST_AT_A_TIME) {
            throw Problem.invalid("/limit", "invalid");
        }
        return limit;
    }
}
