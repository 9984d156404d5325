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
import java.util.ArrayList;
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

    private final Persons persons;
    private final Opener opener;
    private final CommandGateway commands;

    MergedNames(Persons persons, Opener opener, CommandGateway commands) {
        this.persons = persons;
        this.opener = opener;
        this.commands = commands;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        var kept = persons.require(merge.personId());
        var reading = opener.reading(Unseen.RESEALING);
        var own = kept.identity(reading);
        var other = persons.require(merge.duplicateId()).identity(reading);
        if (own.isEmpty() || other.isEmpty()) {
            return true;
        }
        var both = reunited(own.get(), other.get());
        if (both.equals(own.get())) {
            return true;
        }
        commands.sendAndWait(new AmendPerson(
                merge.personId(),
                UUID.randomUUID(),
                kept.revisionId(),
                unit,
                Clear.of(both),
                Clear.of(kept.demographics(reading).orElseGet(() -> new Demographics(null, null))),
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
