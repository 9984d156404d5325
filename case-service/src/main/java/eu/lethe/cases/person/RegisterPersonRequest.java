package eu.lethe.cases.person;

import eu.lethe.contracts.events.cases.Demographics;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.platform.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker writes down of somebody new. Only the family name is needed.
 *
 * @param householdType {@code alone}, {@code couple}, {@code single-parent}, {@code couple-with-children} or {@code other}
 */
record RegisterPersonRequest(
        @NotBlank @Size(max = 200) String familyName,
        @Size(max = 200) @Nullable String givenName,
        @Nullable LocalDate birthDate,
        @Size(max = 500) @Nullable String address,
        @Size(max = 50) @Nullable String phone,
        @Size(max = 320) @Nullable String email,

        @Pattern(regexp = "alone|couple|single-parent|couple-with-children|other") @Nullable String householdType) {

    private static final int LONGEST_LIFE = 130;

    /** The identity, without the blanks around it. */
    Identity identity() {
        return new Identity(
                familyName.strip(),
                text(givenName),
                birthDate,
                text(address),
                text(phone),
                text(email),
                List.of(),
                List.of());
    }

    /**
     * What statistics need.
     *
     * @throws Problem 400 when the birth date cannot be one
     */
    Demographics demographics(LocalDate today) {
        if (birthDate == null) {
            return new Demographics(null, householdType);
        }
        if (birthDate.isAfter(today)) {
            throw Problem.invalid("/birthDate", "future");
        }
        if (birthDate.isBefore(today.minusYears(LONGEST_LIFE))) {
            throw Problem.invalid("/birthDate", "past");
        }
        return new Demographics(AgeBand.on(today, birthDate), householdType);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    @Override
    public String toString() {
        return "RegisterPersonRequest[…]";
    }
}
