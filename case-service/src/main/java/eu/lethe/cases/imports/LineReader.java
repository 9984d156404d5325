package eu.lethe.cases.imports;

import eu.lethe.cases.imports.CsvFile.Line;
import eu.lethe.cases.imports.NewFile.NewContact;
import eu.lethe.cases.person.Birth;
import eu.lethe.cases.person.PersonRequest;
import eu.lethe.cases.search.NameIndex;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Nomenclature;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.security.Role;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.platform.time.PlausibleDay;
import eu.lethe.platform.time.WrittenDay;
import eu.lethe.platform.web.CleanText;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what a line says, by the same rules as what a worker types. */
@Component
class LineReader {

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_REFERENCE = 200;

    /** In years. Few are older. */
    private static final int LONG_AGO = 110;

    /** Who looks for one person among more has no use for a list. */
    private static final int MOST_NEAR = 3;

    private final Validator validator;
    private final Nomenclature nomenclature;
    private final References references;
    private final StaffDirectory staff;
    private final NameIndex names;
    private final BusinessClock clock;

    LineReader(
            Validator validator,
            Nomenclature nomenclature,
            References references,
            StaffDirectory staff,
            NameIndex names,
            BusinessClock clock) {
        this.validator = validator;
        this.nomenclature = nomenclature;
        this.references = references;
        this.staff = staff;
        this.names = names;
        this.clock = clock;
    }

    /**
     * The file that the line tells of.
     *
     * @param author who imports, and answers for the file when the line names nobody
     * @param errors what is wrong is added here
     */
    Optional<NewFile> read(Line line, String unit, UUID author, List<LineError> errors) {
        if (!line.fits()) {
            errors.add(new LineError(line.number(), "", "cells"));
            return Optional.empty();
        }
        var reading = new Reading(line);
        var reference = reading.text(Column.REFERENCE);
        if (reference == null) {
            reading.wrong(Column.REFERENCE, "required");
        } else if (reference.length() > LONGEST_REFERENCE) {
            reading.wrong(Column.REFERENCE, "size");
        }
        var person = reading.person();
        var openedOn = reading.day(Column.OPENED_ON);
        var referent = reading.referent(author, unit);
        var contact = reading.contact();
        if (person != null) {
            Birth.of(person.identity()).ifPresent(born -> {
                reading.requireNotBefore(born, Column.OPENED_ON, openedOn);
                reading.requireNotBefore(born, Column.CONTACT_DATE, contact == null ? null : contact.date());
            });
        }
        if (reading.wrong.isEmpty() && reference != null && person != null) {
            var identity = person.identity();
            return Optional.of(new NewFile(
                    line.number(),
                    references.hashOf(unit, reference),
                    references.hashAsWritten(unit, reference),
                    Clear.of(identity),
                    () -> names.near(identity, unit, MOST_NEAR),
                    () -> warnings(line, Birth.of(identity)),
                    Clear.of(person.demographics(clock.today())),
                    openedOn == null ? clock.today() : openedOn,
                    referent,
                    contact));
        }
        errors.addAll(reading.wrong);
        return Optional.empty();
    }

    /** Which format is wanted, where it can be said. */
    private static String format(String column) {
        return column.equals(Column.HOUSEHOLD_TYPE.title()) ? "household-type" : "invalid";
    }

    /** What to look at before a line is taken over: cells that go on over lines, and births of very long ago. */
    private List<LineWarning> warnings(Line line, Optional<Birth> birth) {
        var goingOn = line.cells().entrySet().stream()
                .filter(cell -> CsvFile.lineBreaks(cell.getValue()) > 0)
                .map(cell -> warning(line, cell.getKey(), "line-breaks"));
        return Stream.concat(goingOn, bornLongAgo(line, birth).stream()).toList();
    }

    /** A spreadsheet makes a day of 1905 of a year that is typed into a column of days. */
    private Optional<LineWarning> bornLongAgo(Line line, Optional<Birth> birth) {
        return birth.filter(born -> born.latest().isBefore(clock.today().minusYears(LONG_AGO)))
                .map(_ -> warning(line, Column.BIRTH_DATE, "born-long-ago"));
    }

    private static LineWarning warning(Line line, Column column, String code) {
        return new LineWarning(line.number(), line.last(), column.title(), code, List.of());
    }

    /** One line while it is read. */
    private final class Reading {

        private final Line line;
        private final List<LineError> wrong = new ArrayList<>();

        private Reading(Line line) {
            this.line = line;
        }

        private void wrong(Column column, String code) {
            wrong(column.title(), code);
        }

        private void wrong(String column, String code) {
            wrong.add(new LineError(line.number(), column, code));
        }

        private @Nullable String text(Column column) {
            var text = line.cells().get(column);
            if (text != null && !CleanText.isClean(text)) {
                wrong(column, "invalid");
                return null;
            }
            return text == null || CleanText.of(text).isEmpty() ? null : CleanText.of(text);
        }

        private @Nullable LocalDate day(Column column) {
            var text = text(column);
            if (text == null) {
                return null;
            }
            var day = WrittenDay.of(text);
            if (day.isEmpty()) {
                wrong(column, "day");
                return null;
            }
            var flaw = PlausibleDay.flaw(day.get(), clock.today());
            if (flaw != null) {
                wrong(column, flaw);
            }
            return day.get();
        }

        /** A day, or the year alone. */
        private @Nullable Birth birth() {
            var text = text(Column.BIRTH_DATE);
            if (text == null) {
                return null;
            }
            var born = Birth.of(
                            WrittenDay.of(text).orElse(null),
                            WrittenDay.year(text).orElse(null))
                    .orElse(null);
            var flaw = born == null ? "birth" : born.flaw(clock.today());
            if (flaw != null) {
                wrong(Column.BIRTH_DATE, flaw);
                return null;
            }
            return born;
        }

        /** Of nobody anything is written down before they were born. */
        private void requireNotBefore(Birth born, Column column, @Nullable LocalDate day) {
            if (day != null && day.isBefore(born.earliest())) {
                wrong(column, "before-birth");
            }
        }

        private @Nullable PersonRequest person() {
            var familyName = text(Column.FAMILY_NAME);
            var born = birth();
            var person = new PersonRequest(
                    familyName == null ? "" : familyName,
                    text(Column.GIVEN_NAME),
                    born == null ? null : born.day(),
                    born == null ? null : born.yearAlone(),
                    text(Column.ADDRESS),
                    text(Column.PHONE),
                    text(Column.EMAIL),
                    householdType(),
                    null,
                    null,
                    null);
            validator
                    .validate(person)
                    .forEach(violation -> wrong(
                            violation.getPropertyPath().toString(),
                            switch (violation
                                    .getConstraintDescriptor()
                                    .getAnnotation()
                                    .annotationType()
                                    .getSimpleName()) {
                                case "NotBlank" -> "required";
                                case "Size" -> "size";
                                default -> format(violation.getPropertyPath().toString());
                            }));
            return wrong.isEmpty() ? person : null;
        }

        private @Nullable String householdType() {
            var words = text(Column.HOUSEHOLD_TYPE);
            return words == null ? null : HouseholdWords.code(words);
        }

        /** By name, among the workers of the unit: who works elsewhere, or has another office, answers for no file here. */
        private UUID referent(UUID author, String unit) {
            var name = text(Column.REFERENT);
            if (name == null) {
                return author;
            }
            var named = staff.called(name);
            var workers = named.stream()
                    .filter(member -> member.is(Role.WORKER) && unit.equals(member.unit()))
                    .toList();
            if (workers.size() == 1) {
                return workers.getFirst().id();
            }
            wrong(Column.REFERENT, named.isEmpty() || workers.size() > 1 ? "unknown" : "not-of-unit");
            return author;
        }

        private @Nullable NewContact contact() {
            var date = day(Column.CONTACT_DATE);
            var text = text(Column.CONTACT_TEXT);
            var codes = text(Column.CODES);
            if (date == null && text == null && codes == null) {
                return null;
            }
            if (!line.cells().containsKey(Column.CONTACT_DATE)) {
                wrong(Column.CONTACT_DATE, "required");
            }
            if (text == null) {
                wrong(Column.CONTACT_TEXT, "required");
            } else if (text.length() > LONGEST_TEXT) {
                wrong(Column.CONTACT_TEXT, "size");
            }
            var health = new LinkedHashSet<String>();
            var others = new LinkedHashSet<String>();
            for (var code : codes == null ? List.<String>of() : List.of(codes.split("[\\s|]+"))) {
                nomenclature
                        .of(code)
                        .ifPresentOrElse(
                                entry -> (entry.compartment().equals(Compartment.HEALTH) ? health : others).add(code),
                                () -> wrong(Column.CODES, "unknown"));
            }
            return date == null || text == null
                    ? null
                    : new NewContact(date, Clear.of(text), clear(others), clear(health));
        }
    }

    private static @Nullable Clear<Codes> clear(Set<String> codes) {
        return codes.isEmpty() ? null : Clear.of(new Codes(List.copyOf(codes)));
    }
}
