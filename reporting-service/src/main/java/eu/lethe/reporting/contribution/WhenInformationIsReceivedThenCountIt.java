package eu.lethe.reporting.contribution;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationReceived;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import eu.lethe.reporting.grid.Cell;
import eu.lethe.reporting.grid.Measure;
import eu.lethe.reporting.grid.Totals;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Understands that of what third parties report the figures know how often, and nothing else: neither about whom nor by
 * whom. It is added once and kept, since nothing remembers whose it was.
 */
@Component
class WhenInformationIsReceivedThenCountIt implements Subscription {

    private final Totals totals;
    private final WriteLocks locks;

    WhenInformationIsReceivedThenCountIt(Totals totals, WriteLocks locks) {
        this.totals = totals;
        this.locks = locks;
    }

    @Override
    public String consumer() {
        return "information";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.CASES.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(InformationReceived.class);
    }

    /** What an erased person added to the figures stays in them. */
    @Override
    public boolean needsPublishersWord(Class<? extends DomainEvent> event) {
        return true;
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        if (event.payload() instanceof InformationReceived information) {
            locks.takeNone();
            totals.change(Map.of(
                    new Cell(information.receivedOn().getYear(), information.unit(), Measure.INFORMATION, null), 1L));
        }
    }
}
