package eu.lethe.contracts.events.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands who a person is; always sealed in the {@code identity} compartment. Only the family name is required.
 *
 * @param birthDate the day, where it is known
 * @param birthYear the year, where the day is not known
 * @param aliases other names the person goes by
 * @param earlierNames names the person had: before a marriage, before a change of name
 */
public record Identity(
        String familyName,
        @Nullable String givenName,
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> aliases,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> earlierNames) {

    /**
     * Copies the lists, and leaves out a year that the day says as well. An identity sealed before there were lists has
     * none: what is sealed cannot be upcast, since nobody opens it on the way, so it is read here.
     */
    @SuppressWarnings("ConstantValue") // absent in what was sealed before there were any
    public Identity {
        birthYear = birthDate == null ? birthYear : null;
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        earlierNames = earlierNames == null ? List.of() : List.copyOf(earlierNames);
    }

    /** Says nothing: an identity that gets into a log by accident must not be readable there. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
