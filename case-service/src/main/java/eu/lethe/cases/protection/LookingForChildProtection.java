package eu.lethe.cases.protection;

import eu.lethe.cases.casefile.CaseFileCommand.NoteChildProtection;
import eu.lethe.cases.person.Birth;
import eu.lethe.cases.person.Persons;
import eu.lethe.cases.protection.FilesToLookAt.Changed;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.events.cases.ContactEvent;
import eu.lethe.contracts.sealing.SealBroken;
import eu.lethe.platform.eventstore.LostRace;
import eu.lethe.platform.eventstore.Replay;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.KeysUnavailable;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Understands whether there is child protection in a file: while the person was a child, somebody coded it or referred them for
 * it. Codes and birth dates are sealed, so it is said here, where they may be opened, and nothing is said but whether, and when
 * the child comes of age. Of whom not even the year of birth is known, nothing can be said.
 */
@Component
class LookingForChildProtection {

    private static final Logger LOG = LoggerFactory.getLogger(LookingForChildProtection.class);

    private static final int AT_A_TIME = 200;
    private static final String TABLES = "cases";

    private final FilesToLookAt files;
    private final ProtectionMatters matters;
    private final Persons persons;
    private final Opener opener;
    private final CommandGateway commands;
    private final Replay replay;

    LookingForChildProtection(
            FilesToLookAt files,
            ProtectionMatters matters,
            Persons persons,
            Opener opener,
            CommandGateway commands,
            Replay replay) {
        this.files = files;
        this.matters = matters;
        this.persons = persons;
        this.opener = opener;
        this.commands = commands;
        this.replay = replay;
    }

    /** While the tables are being built anew, a file would seem to lack what is not there yet. */
    @Scheduled(fixedDelayString = "${lethe.child-protection.look-every:PT2S}")
    void look() {
        try {
            var tables = replay.progress().get(TABLES);
            if (tables != null && !tables.replaying()) {
                files.next(AT_A_TIME).forEach(this::look);
            }
        } catch (DataAccessException | TransactionException | KeysUnavailable away) {
            LOG.warn("looking for child protection waits: {}", away.getClass().getSimpleName());
        }
    }

    private void look(Changed file) {
        try {
            var reading = opener.reading(Unseen.CLASSIFYING);
            var born = persons.find(file.personId())
                    .flatMap(person -> person.identity(reading))
                    .flatMap(Birth::of);
            var majority = born.map(Majority::of);
            var found = new Found(file.fileId(), reading);
            var noted = majority.filter(found::before);
            if (noted.isPresent() || !found.unreadable) {
                commands.sendAndWait(new NoteChildProtection(file.fileId(), noted.orElse(null)));
            }
            files.done(file);
        } catch (KeyRefused | SealBroken | LostRace | Problem notNow) {
            LOG.warn(
                    "whether there is child protection in a file is not known yet: {}",
                    notNow.getClass().getSimpleName());
        }
    }

    /** What is found in one file. What cannot be read any more takes nothing back. */
    private final class Found {

        private final UUID fileId;
        private final Reading reading;
        private boolean unreadable;

        Found(UUID fileId, Reading reading) {
            this.fileId = fileId;
            this.reading = reading;
        }

        /** Whether anything says so of a day before this one. */
        boolean before(LocalDate majority) {
            return files.referredIn(fileId).stream()
                            .filter(referral -> referral.date().isBefore(majority))
                            .anyMatch(referral -> matters.areReferredTo(referral.recipient(), referral.purpose()))
                    || files.codedIn(fileId).stream()
                            .filter(coded -> coded.date().isBefore(majority))
                            .anyMatch(coded -> opened(coded)
                                    .filter(codes -> matters.areAmong(codes.codes()))
                                    .isPresent());
        }

        private Optional<Codes> opened(FilesToLookAt.Coded coded) {
            var codes = reading.openUnlessDestroyed(ContactEvent.CODES, coded.codingId(), coded.codes());
            unreadable |= codes.isEmpty();
            return codes;
        }
    }
}
