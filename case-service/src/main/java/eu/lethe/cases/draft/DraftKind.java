package eu.lethe.cases.draft;

import com.fasterxml.jackson.annotation.JsonValue;
import eu.lethe.platform.problem.Problem;
import java.util.Arrays;

/** What a draft is going to be. */
enum DraftKind {
    CONTACT("contact"),
    CORRECTION("correction"),
    ASSESSMENT("assessment"),
    REFERRAL("referral"),
    THIRD_PARTY("third-party");

    private final String code;

    DraftKind(String code) {
        this.code = code;
    }

    /**
     * Reads the code.
     *
     * @throws Problem 404 when there is no such kind
     */
    static DraftKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** As in the address and the database. */
    @JsonValue
    String code() {
        return code;
    }
}
