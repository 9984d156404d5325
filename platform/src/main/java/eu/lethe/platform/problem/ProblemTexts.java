package eu.lethe.platform.problem;

import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ProblemDetail;

/** Understands how a problem reads: its type, and its words in the reader's language. */
public final class ProblemTexts {

    private static final String TYPE = "urn:lethe:problem:";

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The problem detail (RFC 9457) for a reader. */
    public ProblemDetail of(Problem problem, Locale locale) {
        var detail = ProblemDetail.forStatus(problem.status());
        // left empty, it would be filled with the address of the request, which the caller typed
        detail.setInstance(URI.create("urn:uuid:" + UUID.randomUUID()));
        detail.setType(URI.create(TYPE + problem.code()));
        detail.setTitle(messages.getMessage("problem." + problem.code() + ".title", null, locale));
        detail.setDetail(messages.getMessage("problem." + problem.code() + ".detail", null, locale));
        problem.members().forEach(detail::setProperty);
        if (!problem.errors().isEmpty()) {
            detail.setProperty("errors", errors(problem, locale));
        }
        return detail;
    }

    private List<Map<String, String>> errors(Problem problem, Locale locale) {
        var other = problem.conflictsWith().map(date -> inWords(date, locale)).orElse(null);
        return problem.errors().stream()
                .map(error -> Map.of(
                        "pointer",
                        error.pointer(),
                        "code",
                        error.code(),
                        "detail",
                        ofField(error.code(), other, locale)))
                .toList();
    }

    private static String inWords(Problem.ConflictingDate date, Locale locale) {
        return switch (date.on().split("-").length) {
            case 1 -> date.on();
            case 2 -> DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(YearMonth.parse(date.on()));
            default -> DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(LocalDate.parse(date.on()));
        };
    }

    /** What is wrong with a field, or a cell, by its code. */
    public String ofField(String code, Locale locale) {
        return ofField(code, null, locale);
    }

    private String ofField(String code, @Nullable String otherDate, Locale locale) {
        var known =
                messages.getMessage("field." + code, otherDate == null ? null : new Object[] {otherDate}, null, locale);
        if (known == null) {
            return messages.getMessage("field.invalid", null, locale);
        }
        // a list of flaws says the code alone
        return otherDate == null ? known.replace(" ({0})", "") : known;
    }
}
