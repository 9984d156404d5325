package eu.lethe.cases.referral;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentLapsed;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentWithdrawn;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands that a letter which rested on a consent stays where it is when the consent ends, and says so. */
@Component
final class WhenConsentEndsThenReferralShowsIt implements Subscription {

    private final Referrals referrals;

    WhenConsentEndsThenReferralShowsIt(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public String consumer() {
        return "ended-consents";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.CONSENTS.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(ConsentWithdrawn.class, ConsentLapsed.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        switch (event.payload()) {
            case ConsentWithdrawn withdrawn ->
                referrals.ended(withdrawn.personId(), withdrawn.consentId(), withdrawn.withdrawnOn());
            case ConsentLapsed lapsed -> referrals.ended(lapsed.personId(), lapsed.consentId(), lapsed.lapsedOn());
            default -> {}
        }
    }
}
