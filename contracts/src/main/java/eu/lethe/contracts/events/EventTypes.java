package eu.lethe.contracts.events;

import eu.lethe.contracts.events.access.AccessEvent;
import eu.lethe.contracts.events.cases.AssessmentEvent;
import eu.lethe.contracts.events.cases.CaseFileEvent;
import eu.lethe.contracts.events.cases.ContactEvent;
import eu.lethe.contracts.events.cases.HouseholdEvent;
import eu.lethe.contracts.events.cases.PersonEvent;
import eu.lethe.contracts.events.cases.ReadingEvent;
import eu.lethe.contracts.events.cases.ReferralEvent;
import eu.lethe.contracts.events.cases.ThirdPartyEvent;
import eu.lethe.contracts.events.consents.ConsentEvent;
import eu.lethe.contracts.events.retention.DeadlineEvent;
import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.contracts.events.retention.HoldEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Understands how events are called on the wire: {@code ce_type}, {@code ce_source} and the topic of each class. */
public final class EventTypes {

    /**
     * Understands one service's share of the events.
     *
     * @param name as in types and topics, e.g. {@code cases}
     * @param source the publishing service, {@code ce_source}
     * @param roots the sealed interfaces whose records are this domain's events
     */
    public record Domain(String name, String source, List<Class<? extends DomainEvent>> roots) {

        /** The topic of this domain. */
        public String topic() {
            return "lethe." + name + ".v1";
        }
    }

    /** The source of a domain whose events every service publishes. */
    public static final String EVERY_SERVICE = "*";

    /** Persons and case files. */
    public static final Domain CASES = new Domain(
            "cases",
            "case-service",
            List.of(
                    PersonEvent.class,
                    HouseholdEvent.class,
                    ReadingEvent.class,
                    CaseFileEvent.class,
                    ContactEvent.class,
                    AssessmentEvent.class,
                    ReferralEvent.class,
                    ThirdPartyEvent.class));

    /** What humans read: each service publishes its own journal. */
    public static final Domain ACCESS = new Domain("access", EVERY_SERVICE, List.of(AccessEvent.class));

    /** Consents. */
    public static final Domain CONSENTS = new Domain("consents", "consent-service", List.of(ConsentEvent.class));

    /** Deadlines, holds and erasures. */
    public static final Domain RETENTION = new Domain(
            "retention", "retention-service", List.of(DeadlineEvent.class, HoldEvent.class, ErasureEvent.class));

    private static final String VERSION = ".v1";

    private final Map<Class<? extends DomainEvent>, Domain> domains = new LinkedHashMap<>();
    private final Map<String, Class<? extends DomainEvent>> classes = new LinkedHashMap<>();

    /** Names the events of the given domains. */
    public EventTypes(List<Domain> domains) {
        for (var domain : domains) {
            domain.roots().stream().flatMap(EventTypes::records).forEach(event -> {
                this.domains.put(event, domain);
                this.classes.put(typeOf(event), event);
            });
        }
    }

    /** All events of Lethe. */
    public static EventTypes ofLethe() {
        return new EventTypes(List.of(CASES, CONSENTS, RETENTION, ACCESS));
    }

    private static Stream<Class<? extends DomainEvent>> records(Class<? extends DomainEvent> root) {
        return root.isSealed()
                ? Arrays.stream(root.getPermittedSubclasses())
                        .flatMap(member -> records(member.asSubclass(DomainEvent.class)))
                : Stream.of(root);
    }

    /** Every event class, in the order of life. */
    public Collection<Class<? extends DomainEvent>> all() {
        return Collections.unmodifiableCollection(domains.keySet());
    }

    /** E.g. {@code lethe.cases.ContactRecorded.v1}. */
    public String typeOf(Class<? extends DomainEvent> event) {
        return "lethe." + domainOf(event).name() + "." + event.getSimpleName() + VERSION;
    }

    /** The class of a type, or empty when this version of Lethe does not know the type. */
    public Optional<Class<? extends DomainEvent>> classOf(String type) {
        return Optional.ofNullable(classes.get(type));
    }

    /** E.g. {@code lethe.cases.v1}. */
    public String topicOf(Class<? extends DomainEvent> event) {
        return domainOf(event).topic();
    }

    /** Whether the service publishes events of this class: what is {@link Undisclosed} nobody does. */
    public boolean isPublishedBy(String service, Class<? extends DomainEvent> event) {
        if (Undisclosed.class.isAssignableFrom(event)) {
            return false;
        }
        var source = sourceOf(event);
        return source.equals(service) || source.equals(EVERY_SERVICE);
    }

    /** The domain of each class, its topic and the one service that writes it. */
    public Domain domainOf(Class<? extends DomainEvent> event) {
        var domain = domains.get(event);
        if (domain == null) {
            throw new IllegalArgumentException("not an event of a known domain: " + event.getName());
        }
        return domain;
    }

    /** E.g. {@code case-service}, or {@link #EVERY_SERVICE}. */
    public String sourceOf(Class<? extends DomainEvent> event) {
        return domainOf(event).source();
    }
}
