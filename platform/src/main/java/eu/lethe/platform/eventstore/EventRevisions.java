package eu.lethe.platform.eventstore;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.Revision;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import org.jspecify.annotations.Nullable;

/** Understands in which revision an event is stored. */
final class EventRevisions implements RevisionResolver {

    private final RevisionResolver others = new AnnotationRevisionResolver();

    @Override
    public @Nullable String revisionOf(Class<?> type) {
        if (!DomainEvent.class.isAssignableFrom(type)) {
            return others.revisionOf(type);
        }
        var revision = type.getAnnotation(Revision.class);
        return String.valueOf(revision == null ? Revision.FIRST : revision.value());
    }
}
