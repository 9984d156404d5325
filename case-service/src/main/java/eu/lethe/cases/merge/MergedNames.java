package eu.lethe.cases.merge;

import eu.lethe.cases.person.Birth;
import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.cases.person.PersonCommand.AmendPerson;
import eu.lethe.cases.person.Persons;
import eu.lethe.contracts.events.cases.Demographics;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands that a person is still found by the names under which they were known a second time: these become names that
 * they go by. What the kept record does not say of them is taken from the duplicate.
 */
@Component
class MergedNames implements MergeStep {

    private static final Demographics UNKNOWN = new Demographics(null, null);

    private final Persons persons;
    private final Opener opener;
    private final CommandGateway commands;
    private final BusinessClock clock;

    MergedNames(Persons persons, Opener opener, CommandGateway commands, BusinessClock clock) {
        this.persons = persons;
        this.opener = opener;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        var kept = persons.require(merge.personId());
        var duplicate = persons.require(merge.duplicateId());
        var reading = opener.reading(Unseen.RESEALING);
        var own = kept.identity(reading);
        var other = duplicate.identity(reading);
        if (own.isEmpty() || other.isEmpty()) {
            return true;
        }
        var both = reunited(own.get(), other.get());
        var ownDemographics = kept.demographics(reading).orElse(UNKNOWN);
        var demographics = reunited(
                ownDemographics,
                duplicate.demographics(reading).orElse(UNKNOWN),
                Birth.of(both).filter(born -> !Birth.of(own.get()).equals(Optional.of(born))),
                clock.today());
        if (both.equals(own.get()) && demographics.equals(ownDemographics)) {
            return true;
        }
        commands.sendAndWait(new AmendPerson(
                merge.personId(),
                UUID.randomUUID(),
                kept.revisionId(),
                unit,
                Clear.of(both),
                Clear.of(demographics),
                merge.author()));
        // the next round sees whether it was done
        return false;
    }

    static Identity reunited(Identity own, Identity other) {
        var names = new ArrayList<>(own.aliases());
        Stream.concat(Stream.of(fullName(other)), other.aliases().stream())
                .filter(name -> !name.equalsIgnoreCase(fullName(own)) && !names.contains(name))
                .forEach(names::add);
        var tellingBirth = tellingBirth(own, other);
        return new Identity(
                own.familyName(),
                either(own.givenName(), other.givenName()),
                tellingBirth.birthDate(),
                tellingBirth.birthYear(),
                either(own.address(), other.address()),
                either(own.phone(), other.phone()),
                either(own.email(), other.email()),
                names,
                Stream.concat(own.earlierNames().stream(), other.earlierNames().stream())
                        .distinct()
                        .toList());
    }

    /**
     * What statistics need of both.
     *
     * @param learnt the birth, if the kept record did not say it before, or not as exactly
     */
    static Demographics reunited(Demographics own, Demographics other, Optional<Birth> learnt, LocalDate today) {
        return new Demographics(
                learnt.map(born -> born.ageBandOn(today)).orElse(own.ageBand()),
                either(own.householdType(), other.householdType()));
    }

    /** The record that says when they were born: the kept one, unless only the duplicate does, or more exactly. */
    private static Identity tellingBirth(Identity own, Identity other) {
        return Birth.of(own)
                        .map(born -> Birth.of(other).filter(born::isRefinedBy).isPresent())
                        .orElse(true)
                ? other
                : own;
    }

    private static <T> @Nullable T either(@Nullable T own, @Nullable T other) {
        return own == null ? other : own;
    }

    private static String fullName(Identity identity) {
        return identity.givenName() == null
                ? identity.familyName()
                : identity.givenName() + " " + identity.familyName();
    }
}
