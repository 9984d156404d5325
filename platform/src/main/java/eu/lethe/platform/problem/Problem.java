package eu.lethe.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Understands a refusal that the caller is told about: a code that names its text in the message files, a status, and
 * members for the reader's program. It never holds what was typed.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String CONFLICTS_WITH = "conflictsWith";

    /** One field at fault: where (JSON pointer, RFC 6901) and the code of what is wrong. */
    public record FieldError(String pointer, String code) {}

    /**
     * A date that a field does not go together with.
     *
     * @param what it is, as a code, e.g. {@code birth}
     * @param on ISO 8601, to the precision that is known: day, month or year
     */
    public record ConflictingDate(String what, String on) {}

    private final HttpStatus status;
    private final String code;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient List<FieldError> errors;

    private Problem(HttpStatus status, String code, List<FieldError> errors) {
        super(code);
        this.status = status;
        this.code = code;
        this.errors = errors;
    }

    /**
     * @param code lower-case with hyphens; {@code problem.<code>.title} and {@code problem.<code>.detail} are its texts
     */
    public static Problem of(HttpStatus status, String code) {
        return new Problem(status, code, List.of());
    }

    /** 400, naming one field. */
    public static Problem invalid(String pointer, String code) {
        return invalid(List.of(new FieldError(pointer, code)));
    }

    /** 400, naming the fields. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid-request", errors);
    }

    /** 400: the field's date does not go together with another one, which the caller may read and is told. */
    public static Problem conflicting(String pointer, String code, ConflictingDate other) {
        return invalid(pointer, code).with(CONFLICTS_WITH, other);
    }

    /** The date that the fields at fault do not go together with, if that is what is wrong. */
    Optional<ConflictingDate> conflictsWith() {
        return Optional.ofNullable((ConflictingDate) members.get(CONFLICTS_WITH));
    }

    /** 403. */
    public static Problem forbidden() {
        return of(HttpStatus.FORBIDDEN, "forbidden");
    }

    /** 404. */
    public static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found");
    }

    /** Adds a member for the reader's program: ids, times, codes and counts only. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** The status to answer with. */
    public HttpStatus status() {
        return status;
    }

    /** What went wrong. */
    public String code() {
        return code;
    }

    /** Members beside title and detail. */
    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    /** The fields at fault. */
    public List<FieldError> errors() {
        return errors;
    }
}
