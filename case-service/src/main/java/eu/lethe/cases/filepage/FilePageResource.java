package eu.lethe.cases.filepage;

import eu.lethe.platform.security.Caller;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reading a file. */
@RestController
class FilePageResource {

    private final FileReader reader;

    FilePageResource(FileReader reader) {
        this.reader = reader;
    }

    /** The page of a file. */
    @GetMapping("/api/cases/files/{fileId}")
    FileView file(@PathVariable UUID fileId, Caller caller, Locale locale) {
        return reader.read(fileId, caller, locale);
    }
}
