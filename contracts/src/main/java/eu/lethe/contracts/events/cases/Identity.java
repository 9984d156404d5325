package eu.lethe.contracts.events.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands who a person is; always sealed in the {@code identity} compartment. Only the family name is required.
 *
 * @param aliases other names the person goes by
 * @param earlierNames names the person had: before a marriage, before a change of name
 */
public record Identity(
        String familyName,
        @Nullable String givenName,
        @Nullable LocalDate birthDate,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email,
        List<String> aliases,
        List<String> earlierNames) {

    /** Copies the lists; an identity sealed before there were any has none. */
    @SuppressWarnings("ConstantValue") // absent in what was sealed before there were any
    public Identity {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        earlierNames = earlierNames == null ? List.of() : List.copyOf(earlierNames);
    }

    /** Says nothing: an identity that gets into a log by accident must not be readable there. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
