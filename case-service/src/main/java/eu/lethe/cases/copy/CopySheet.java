package eu.lethe.cases.copy;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.document.DocumentWords;
import eu.lethe.platform.document.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands the sheets of a copy and how they speak to their reader: in French, or in English. */
final class CopySheet {

    private final ZoneId zone;
    private final DocumentWords words;
    private final DateTimeFormatter days;
    private final DateTimeFormatter moments;
    private final Page page;

    CopySheet(Locale reader, ZoneId zone) {
        this.words = DocumentWords.of("messages.copy", reader);
        this.zone = zone;
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.language());
        this.moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(words.language())
                .withZone(zone);
        this.page = new Page(words.language(), word("title"), word("subject"));
    }

    Page page() {
        return page;
    }

    Locale language() {
        return words.language();
    }

    String day(LocalDate day) {
        return days.format(day);
    }

    String day(Instant at) {
        return days.format(at.atZone(zone));
    }

    String moment(Instant at) {
        return moments.format(at);
    }

    void facts(Map<String, String> facts) {
        if (facts.isEmpty()) {
            page.paragraph(word("nothing"));
        } else {
            page.facts(facts);
        }
    }

    void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(word(name), value);
        }
    }

    void written(@Nullable String text) {
        if (text == null) {
            page.paragraph(word("unreadable"));
        } else {
            page.written(text);
        }
    }

    void nothing(Collection<?> items) {
        if (items.isEmpty()) {
            page.paragraph(word("nothing"));
        }
    }

    String heading(LocalDate date, @Nullable String author) {
        return author == null ? day(date) : day(date) + ", " + author;
    }

    String compartments(List<Compartment> compartments) {
        return compartments.stream()
                .map(compartment -> word("compartment." + compartment.code()))
                .collect(Collectors.joining(", "));
    }

    /** A word of the reader's language; the code itself where an agency has configured one of its own. */
    String word(String key) {
        return words.word(key);
    }
}
