package eu.lethe.cases.person;

import eu.lethe.contracts.events.cases.Demographics;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.sealing.Compartment;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as a worker reads them.
 *
 * @param birthYear where the day is not known
 * @param age in full years, where the day of birth is known
 * @param revisionId of what is read here: who changes it says so
 * @param mergedInto when this record is a duplicate
 * @param unreadable compartments whose keys were destroyed, so that their fields are null
 */
public record PersonView(
        UUID personId,
        @Nullable String familyName,
        @Nullable String givenName,
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        @Nullable Integer age,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email,

        @Pattern(regexp = PersonRequest.HOUSEHOLD_TYPES) @Nullable String householdType,

        List<String> aliases,
        List<String> earlierNames,
        UUID revisionId,
        @Nullable UUID fileId,
        @Nullable UUID householdId,
        @Nullable String unit,
        @Nullable KeptRecord mergedInto,
        List<Duplicate> duplicates,
        List<Compartment> unreadable) {

    /** The record of the same person that is kept. */
    public record KeptRecord(UUID personId, @Nullable UUID fileId) {}

    /**
     * Another record of the same person, which is read through this one.
     *
     * @param settled whether all of it is in this record by now
     */
    public record Duplicate(UUID personId, @Nullable UUID fileId, LocalDate undoUntil, boolean settled) {

        static Duplicate of(Duplicates.Merge merge) {
            return new Duplicate(merge.duplicateId(), merge.duplicateFileId(), merge.undoUntil(), merge.settled());
        }
    }

    static PersonView of(
            Persons.Row person,
            Optional<Identity> identity,
            Optional<Demographics> demographics,
            Optional<Duplicates.Merge> into,
            List<Duplicates.Merge> duplicates,
            LocalDate today) {
        var who = identity.orElse(null);
        var birth = who == null ? null : who.birthDate();
        return new PersonView(
                person.personId(),
                who == null ? null : who.familyName(),
                who == null ? null : who.givenName(),
                birth,
                who == null ? null : who.birthYear(),
                birth == null ? null : Period.between(birth, today).getYears(),
                who == null ? null : who.address(),
                who == null ? null : who.phone(),
                who == null ? null : who.email(),
                demographics.map(Demographics::householdType).orElse(null),
                who == null ? List.of() : who.aliases(),
                who == null ? List.of() : who.earlierNames(),
                person.revisionId(),
                person.fileId(),
                person.householdId(),
                person.unit(),
                into.map(merge -> new KeptRecord(merge.personId(), merge.fileId()))
                        .orElse(null),
                duplicates.stream().map(Duplicate::of).toList(),
                person.unreadable());
    }

    @Override
    public String toString() {
        return "PersonView[" + personId + "]";
    }
}
