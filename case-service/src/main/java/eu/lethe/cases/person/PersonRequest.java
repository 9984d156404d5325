package eu.lethe.cases.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.lethe.contracts.events.cases.Demographics;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.platform.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as a worker writes it down. Only the family name is needed.
 *
 * @param birthYear where the day is not known; who says both says the same with both
 * @param householdType {@code alone}, {@code couple}, {@code single-parent}, {@code couple-with-children} or {@code other}
 * @param aliases other names the person goes by
 * @param earlierNames names the person had
 * @param revisionId the wording that is changed; absent for somebody new
 */
public record PersonRequest(
        @NotBlank @Size(max = 200) String familyName,
        @Size(max = 200) @Nullable String givenName,
        @Nullable LocalDate birthDate,

        @Min(EARLIEST_YEAR) @Max(LATEST_YEAR) @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer birthYear,

        @Size(max = 500) @Nullable String address,
        @Size(max = 50) @Nullable String phone,
        @Size(max = 320) @Nullable String email,

        @Pattern(regexp = HOUSEHOLD_TYPES) @Nullable String householdType,

        @Size(max = MOST_NAMES) @Nullable List<@NotNull @Size(max = 200) String> aliases,
        @Size(max = MOST_NAMES) @Nullable List<@NotNull @Size(max = 200) String> earlierNames,
        @Nullable UUID revisionId) {

    /** How one may live, as a pattern. */
    static final String HOUSEHOLD_TYPES = "alone|couple|single-parent|couple-with-children|other";

    private static final int MOST_NAMES = 20;
    /** Of a year in four digits. Which ones are plausible depends on today. */
    private static final int EARLIEST_YEAR = 1000;

    private static final int LATEST_YEAR = 9999;

    /** The identity, without the blanks around it. */
    public Identity identity() {
        return new Identity(
                familyName.strip(),
                text(givenName),
                birthDate,
                birthYear,
                text(address),
                text(phone),
                text(email),
                names(aliases),
                names(earlierNames));
    }

    /**
     * What statistics need.
     *
     * @throws Problem 400 when nobody can have been born then, or in that year and on that day
     */
    public Demographics demographics(LocalDate today) {
        if (birthDate != null && birthYear != null && birthYear != birthDate.getYear()) {
            throw Problem.invalid("/birthYear", "not-of-birth-date");
        }
        var born = birth().orElse(null);
        if (born == null) {
            return new Demographics(null, householdType);
        }
        var flaw = born.flaw(today);
        if (flaw != null) {
            throw Problem.invalid(birthPointer(), flaw);
        }
        return new Demographics(born.ageBandOn(today), householdType);
    }

    /** When they were born, as far as it is said. */
    Optional<Birth> birth() {
        return Birth.of(birthDate, birthYear);
    }

    /** Where the birth is said. */
    String birthPointer() {
        return birthDate == null ? "/birthYear" : "/birthDate";
    }

    /**
     * The wording that the worker read before changing it.
     *
     * @throws Problem 400 when it is not said
     */
    UUID readRevision() {
        if (revisionId == null) {
            throw Problem.invalid("/revisionId", "required");
        }
        return revisionId;
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static List<String> names(@Nullable List<String> typed) {
        return typed == null
                ? List.of()
                : typed.stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
    }

    @Override
    public String toString() {
        return "PersonRequest[…]";
    }
}
