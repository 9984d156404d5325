package eu.lethe.consents.erasure;

import eu.lethe.consents.consent.ConsentsInForce;
import eu.lethe.consents.consent.LapseConsent;
import eu.lethe.consents.person.Barriers;
import eu.lethe.consents.person.Duplicates;
import eu.lethe.consents.person.Persons;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.platform.erasure.Automation;
import eu.lethe.platform.erasure.ErasureConfirmations;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.platform.erasure.SealedColumns;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Understands that a consent has nothing left to cover once the person is erased, and that evidence goes with the key it
 * is sealed under.
 */
@Component
final class WhenKeysAreRemovedThenLapseConsents implements Automation<KeysRemoved> {

    private final Persons persons;
    private final Barriers barriers;
    private final Duplicates duplicates;
    private final ConsentsInForce inForce;
    private final SealedColumns columns;
    private final CommandGateway commands;
    private final ErasureConfirmations confirmations;
    private final MeterRegistry meters;

    WhenKeysAreRemovedThenLapseConsents(
            Persons persons,
            Barriers barriers,
            Duplicates duplicates,
            ConsentsInForce inForce,
            SealedColumns columns,
            CommandGateway commands,
            ErasureConfirmations confirmations,
            MeterRegistry meters) {
        this.persons = persons;
        this.barriers = barriers;
        this.duplicates = duplicates;
        this.inForce = inForce;
        this.columns = columns;
        this.commands = commands;
        this.confirmations = confirmations;
        this.meters = meters;
    }

    @Override
    public Class<KeysRemoved> event() {
        return KeysRemoved.class;
    }

    @Override
    public void when(KeysRemoved removed) {
        if (removed.wholePerson()) {
            persons.erased(removed.personId(), removed.erasureId(), removed.on());
            barriers.forget(removed.personId());
            lapseAll(removed);
        }
        columns.forget(removed.personId(), removed.keys());
        confirmations.confirm(removed.erasureId(), removed.personId(), Phase.PURGED);
    }

    /** What was agreed to in a duplicate holds for the person that is kept, and lapses with that one. */
    private void lapseAll(KeysRemoved removed) {
        if (duplicates
                .keptInsteadOf(removed.personId())
                .map(persons::of)
                .filter(kept -> !kept.isErased())
                .isPresent()) {
            return;
        }
        duplicates.recordsOf(removed.personId()).stream()
                .flatMap(record -> inForce.of(record).stream())
                .forEach(consentId -> {
                    commands.sendAndWait(new LapseConsent(consentId, removed.erasureId(), removed.on()));
                    meters.counter("lethe.consents", "outcome", "lapsed").increment();
                });
        duplicates.forget(removed.personId());
    }
}
