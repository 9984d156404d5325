package eu.lethe.contracts.events.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Understands who a person is; always sealed in the {@code identity} compartment. Only the family name is required. */
public record Identity(
        String familyName,
        @Nullable String givenName,
        @Nullable LocalDate birthDate,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email) {

    /** Says nothing: an identity that gets into a log by accident must not be readable there. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
