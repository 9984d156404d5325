package eu.lethe.platform.openapi;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a record of its own called like another resource's, and one that bears its name. */
record NoteResource(List<NoteResource.Item> items) {

    record Item(
            String text,
            int pages,
            @Nullable LocalDate due,
            @Nullable Author author) {}

    record NoteText(String text) {}
}
