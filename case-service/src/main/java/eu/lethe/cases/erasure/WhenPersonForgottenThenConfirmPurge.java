package eu.lethe.cases.erasure;

import eu.lethe.cases.reported.Sources;
import eu.lethe.contracts.events.cases.PersonEvent.CompartmentsForgotten;
import eu.lethe.contracts.events.cases.PersonEvent.PersonForgotten;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationErased;
import eu.lethe.platform.erasure.ErasureConfirmations;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.platform.erasure.SealedColumns;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Understands when the purge of a person, or of a source, is true: in the transaction in which the tables, which come before in the same
 * group, followed the event, and none of them keeps anything sealed that no key opens any more. A replay tells nobody anything.
 */
@Component
@ProcessingGroup("cases")
@Order(Ordered.LOWEST_PRECEDENCE)
final class WhenPersonForgottenThenConfirmPurge {

    private final SealedColumns columns;
    private final ErasureConfirmations confirmations;
    private final Sources sources;

    WhenPersonForgottenThenConfirmPurge(SealedColumns columns, ErasureConfirmations confirmations, Sources sources) {
        this.columns = columns;
        this.confirmations = confirmations;
        this.sources = sources;
    }

    @EventHandler
    void on(PersonForgotten forgotten, ReplayStatus status) {
        if (!status.isReplay()) {
            confirmations.confirm(forgotten.erasureId(), forgotten.personId(), Phase.PURGED);
        }
    }

    @EventHandler
    void on(CompartmentsForgotten forgotten, ReplayStatus status) {
        columns.forget(forgotten.personId(), forgotten.keys());
        if (!status.isReplay()) {
            confirmations.confirm(forgotten.erasureId(), forgotten.personId(), Phase.PURGED);
        }
    }

    @EventHandler
    void on(InformationErased erased, ReplayStatus status) {
        if (!status.isReplay()) {
            sources.sourceOf(erased.informationId())
                    .ifPresent(source -> confirmations.confirm(erased.erasureId(), source, Phase.PURGED));
        }
    }
}
