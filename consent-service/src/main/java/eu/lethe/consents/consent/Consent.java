package eu.lethe.consents.consent;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.contracts.events.consents.ConsentEvent;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentGranted;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentLapsed;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentWithdrawn;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.platform.time.PlausibleDay;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Understands the life of one consent: granted, then withdrawn by the person or lapsed with their data. */
@EventSourced
class Consent {

    @AggregateIdentifier
    private @Nullable UUID consentId;

    private @Nullable UUID personId;
    private @Nullable String purpose;
    private List<Compartment> compartments = List.of();
    private @Nullable LocalDate endedOn;

    Consent() {
        // Axon replays into an empty one
    }

    @CommandHandler
    Consent(GrantConsent command, Sealer sealer, ConsentsInForce inForce, BusinessClock clock) {
        command.purpose().mustRestOnConsent();
        var grantedOn = command.grantedOn() == null ? clock.today() : command.grantedOn();
        PlausibleDay.require("/grantedOn", grantedOn, clock.today());
        var evidence = sealer.seal(command.personId(), ConsentEvent.EVIDENCE, command.consentId(), command.evidence());
        inForce.enter(
                command.consentId(),
                command.personId(),
                command.records(),
                command.purpose().code(),
                command.recipient(),
                command.partner(),
                evidence);
        apply(new ConsentGranted(
                command.consentId(),
                command.personId(),
                command.purpose().code(),
                command.recipient(),
                command.compartments(),
                evidence,
                grantedOn,
                command.author(),
                clock.now()));
    }

    /** Withdrawing twice changes nothing; the first day counts. */
    @CommandHandler
    LocalDate withdraw(WithdrawConsent command, ConsentsInForce inForce, BusinessClock clock) {
        if (endedOn != null) {
            return endedOn;
        }
        inForce.leave(known(consentId));
        var today = clock.today();
        apply(new ConsentWithdrawn(
                known(consentId), known(personId), known(purpose), compartments, today, command.author(), clock.now()));
        return today;
    }

    @CommandHandler
    void lapse(LapseConsent command, ConsentsInForce inForce, BusinessClock clock) {
        if (endedOn == null) {
            inForce.leave(known(consentId));
            apply(new ConsentLapsed(
                    known(consentId), known(personId), command.erasureId(), command.erasedOn(), clock.now()));
        }
    }

    @EventSourcingHandler
    void on(ConsentGranted event) {
        consentId = event.consentId();
        personId = event.personId();
        purpose = event.purpose();
        compartments = event.compartments();
    }

    // the evidence may have been pruned, so that the consent begins with its end

    @EventSourcingHandler
    void on(ConsentWithdrawn event) {
        consentId = event.consentId();
        personId = event.personId();
        purpose = event.purpose();
        compartments = event.compartments();
        endedOn = event.withdrawnOn();
    }

    @EventSourcingHandler
    void on(ConsentLapsed event) {
        consentId = event.consentId();
        personId = event.personId();
        endedOn = event.lapsedOn();
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a consent in force was granted");
        }
        return value;
    }
}
