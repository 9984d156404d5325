package eu.lethe.retention.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.platform.problem.Problem;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands how an erasure's history is read: from its events, up to the last committed one, so that an answer never lags
 * behind what was just done. What was read once is kept, and only what is new is read.
 */
@Component
class ErasureHistories {

    private static final int KEPT = 200;

    private static final class Reading {
        private final ErasureHistory history = new ErasureHistory();
        private long last;
        private @Nullable String lastId;

        /** Reads on from the last event; false when that is not there any more, since an older database was put back. */
        boolean goesOn(Iterator<? extends DomainEventMessage<?>> messages) {
            if (lastId != null
                    && !(messages.hasNext() && messages.next().getIdentifier().equals(lastId))) {
                return false;
            }
            messages.forEachRemaining(message -> {
                if (message.getPayload() instanceof ErasureEvent event) {
                    history.apply(event);
                }
                last = message.getSequenceNumber();
                lastId = message.getIdentifier();
            });
            return true;
        }
    }

    private final EventStore events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, Reading> readings = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Reading> eldest) {
            return size() > KEPT;
        }
    };

    ErasureHistories(EventStore events) {
        this.events = events;
    }

    /**
     * Tells something of an erasure, by its events so far.
     *
     * @throws Problem 404 when there is no such erasure
     */
    <T> T read(UUID erasureId, Function<ErasureHistory, T> what) {
        lock.lock();
        try {
            var reading = upToDate(erasureId);
            if (!reading.history.isKnown()) {
                readings.remove(erasureId);
                throw Problem.notFound();
            }
            return what.apply(reading.history);
        } finally {
            lock.unlock();
        }
    }

    private Reading upToDate(UUID erasureId) {
        var known = readings.computeIfAbsent(erasureId, _ -> new Reading());
        if (known.goesOn(from(erasureId, known.last))) {
            return known;
        }
        var anew = new Reading();
        readings.put(erasureId, anew);
        anew.goesOn(from(erasureId, 0));
        return anew;
    }

    private Iterator<? extends DomainEventMessage<?>> from(UUID erasureId, long number) {
        return events.readEvents(erasureId.toString(), number).asStream().iterator();
    }
}
