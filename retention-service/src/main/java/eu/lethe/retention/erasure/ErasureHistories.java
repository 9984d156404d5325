package eu.lethe.retention.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.platform.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;
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
        private long next;
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
            var reading = readings.computeIfAbsent(erasureId, _ -> new Reading());
            events.readEvents(erasureId.toString(), reading.next).asStream().forEach(message -> {
                if (message.getPayload() instanceof ErasureEvent event) {
                    reading.history.apply(event);
                }
                reading.next = message.getSequenceNumber() + 1;
            });
            if (!reading.history.isKnown()) {
                readings.remove(erasureId);
                throw Problem.notFound();
            }
            return what.apply(reading.history);
        } finally {
            lock.unlock();
        }
    }
}
