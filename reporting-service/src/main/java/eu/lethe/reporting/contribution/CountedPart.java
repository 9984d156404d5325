package eu.lethe.reporting.contribution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.events.cases.ContactEvent;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCoded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRestored;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands one person's part in what happened to a contact, within one compartment: what it counts stands and falls with
 * that person's key for that compartment. It takes from the event what is counted, and nothing else.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CountedPart.Entered.class, name = "entered"),
    @JsonSubTypes.Type(value = CountedPart.Moved.class, name = "moved"),
    @JsonSubTypes.Type(value = CountedPart.TakenBack.class, name = "taken-back")
})
sealed interface CountedPart {

    /** What is told of, and counted. */
    Set<Class<? extends DomainEvent>> TOLD_BY = Set.of(
            ContactRecorded.class,
            ContactCoded.class,
            ContactCorrected.class,
            ContactWithdrawn.class,
            ContactRestored.class);

    UUID contactId();

    UUID personId();

    Compartment compartment();

    /** Whose key it stands and falls with. */
    @JsonIgnore
    default Whose whose() {
        return new Whose(personId(), compartment());
    }

    /** What is remembered of the person that has to be looked at to count it, by name. */
    @JsonIgnore
    List<String> pieces();

    /**
     * Where the person whose file it is lived on the day of the contact.
     *
     * @param household absent when they lived in none
     */
    record Home(UUID fileId, @Nullable UUID household) {}

    /**
     * The contact counts for the person, in place of what it counted before.
     *
     * @param fileId the person's own file, when the contact is in it
     * @param household the person's on the day of a contact in their own file, if they had one
     * @param codes what was chosen for the person, sealed as it came
     * @param sealedFor the record that they were sealed for
     * @param mentioned the other persons it is about, when it is in the person's own file
     */
    record Entered(
            UUID contactId,
            UUID personId,
            Compartment compartment,
            int year,
            String unit,
            @Nullable UUID fileId,
            @Nullable UUID household,
            @Nullable Sealed<Codes> codes,
            UUID sealedFor,
            List<UUID> mentioned)
            implements CountedPart {

        @Override
        public List<String> pieces() {
            return List.of(Piece.ofContact(contactId), Piece.ofYear(year));
        }

        /** Whether it counts the person; the health part counts areas only. */
        @JsonIgnore
        boolean countsThePerson() {
            return compartment.equals(Compartment.CODING);
        }

        /** Which codes they are. */
        @JsonIgnore
        SealedField<Codes> fieldOfCodes() {
            return compartment.equals(Compartment.HEALTH) ? ContactEvent.HEALTH_CODES : ContactEvent.CODES;
        }
    }

    /**
     * The contact took place on another day, or is about other persons.
     *
     * @param home where the person lived on that day; absent where no household is counted
     */
    record Moved(
            UUID contactId,
            UUID personId,
            Compartment compartment,
            int year,
            @Nullable Home home,
            List<UUID> mentioned) implements CountedPart {

        @Override
        public List<String> pieces() {
            return List.of(Piece.ofContact(contactId), Piece.ofYear(year));
        }
    }

    /** The contact counts no longer. */
    record TakenBack(UUID contactId, UUID personId, Compartment compartment) implements CountedPart {

        @Override
        public List<String> pieces() {
            return List.of(Piece.ofContact(contactId));
        }
    }

    /** The parts that can be told from the event alone: of the person whose file it is, and of those it mentions. */
    static List<CountedPart> of(DomainEvent event) {
        return switch (event) {
            case ContactRecorded contact -> {
                var others = others(contact.mentioned(), contact.personId());
                var stated = new Stated(
                        contact.contactId(), contact.personId(), contact.unit(), contact.date(), contact.contactId());
                yield stated.all(
                        new Home(contact.fileId(), contact.household()),
                        contact.codes(),
                        contact.healthCodes(),
                        others);
            }
            case ContactRestored back -> {
                var others = others(back.mentioned(), back.personId());
                var stated = new Stated(back.contactId(), back.personId(), back.unit(), back.date(), back.codingId());
                yield stated.all(new Home(back.fileId(), back.household()), back.codes(), back.healthCodes(), others);
            }
            case ContactCoded coded -> {
                var others = others(coded.mentioned(), coded.personId());
                var stated =
                        new Stated(coded.contactId(), coded.personId(), coded.unit(), coded.date(), coded.codingId());
                var health = coded.healthCodes();
                yield List.of(
                        stated.own(new Home(coded.fileId(), coded.household()), coded.codes(), others),
                        health == null ? stated.noHealth() : stated.health(health));
            }
            case ContactCorrected corrected -> {
                var others = others(corrected.mentioned(), corrected.personId());
                var year = corrected.date().getYear();
                var home = new Home(corrected.fileId(), corrected.household());
                yield List.of(
                        new Moved(corrected.contactId(), corrected.personId(), Compartment.CODING, year, home, others),
                        new Moved(
                                corrected.contactId(),
                                corrected.personId(),
                                Compartment.HEALTH,
                                year,
                                null,
                                List.of()));
            }
            case ContactWithdrawn withdrawn ->
                List.of(
                        new TakenBack(withdrawn.contactId(), withdrawn.personId(), Compartment.CODING),
                        new TakenBack(withdrawn.contactId(), withdrawn.personId(), Compartment.HEALTH));
            default -> List.of();
        };
    }

    private static List<UUID> others(List<UUID> mentioned, UUID own) {
        return mentioned.stream()
                .distinct()
                .filter(person -> !person.equals(own))
                .toList();
    }

    /** What an event says of a contact that is counted. */
    record Stated(UUID contactId, UUID personId, String unit, LocalDate date, UUID sealedFor) {

        List<CountedPart> all(
                Home home, @Nullable Sealed<Codes> codes, @Nullable Sealed<Codes> healthCodes, List<UUID> mentioned) {
            return Stream.concat(
                            Stream.concat(
                                    Stream.of(own(home, codes, mentioned)),
                                    Stream.ofNullable(healthCodes).map(this::health)),
                            mentioned.stream().map(this::mentioned))
                    .toList();
        }

        CountedPart own(Home home, @Nullable Sealed<Codes> codes, List<UUID> mentioned) {
            return entered(personId, Compartment.CODING, home, codes, mentioned);
        }

        CountedPart health(Sealed<Codes> codes) {
            return entered(personId, Compartment.HEALTH, null, codes, List.of());
        }

        CountedPart noHealth() {
            return new TakenBack(contactId, personId, Compartment.HEALTH);
        }

        CountedPart mentioned(UUID person) {
            return entered(person, Compartment.CODING, null, null, List.of());
        }

        private CountedPart entered(
                UUID person,
                Compartment compartment,
                @Nullable Home home,
                @Nullable Sealed<Codes> codes,
                List<UUID> mentioned) {
            return new Entered(
                    contactId,
                    person,
                    compartment,
                    date.getYear(),
                    unit,
                    home == null ? null : home.fileId(),
                    home == null ? null : home.household(),
                    codes,
                    sealedFor,
                    mentioned);
        }
    }
}
