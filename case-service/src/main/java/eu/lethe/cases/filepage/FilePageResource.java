package eu.lethe.cases.filepage;

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

    private final FileReader reader;

    FilePageResource(FileReader reader) {
        this.reader = reader;
    }

    /** The page of a file. A long one comes in parts: {@code olderThan} is the last contact of the part before. */
    @GetMapping("/api/cases/files/{fileId}")
    FileView file(
            @PathVariable UUID fileId,
            @RequestParam(required = false) @Nullable UUID olderThan,
            Caller caller,
            Locale locale) {
        return reader.read(fileId, olderThan, caller, locale);
    }
}
