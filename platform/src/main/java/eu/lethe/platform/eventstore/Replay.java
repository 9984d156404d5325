package eu.lethe.platform.eventstore;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/**
 * Understands how to build a projection anew: drop what it holds (its {@code @ResetHandler} does, in the same transaction
 * that moves its token back) and read all events again. The service goes on meanwhile; the projection is behind.
 */
public final class Replay {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final EventProcessingConfiguration processors;

    Replay(EventProcessingConfiguration processors) {
        this.processors = processors;
    }

    /**
     * Understands where a projection stands.
     *
     * @param position global index of the last event it handled; 0 before the first
     * @param replaying whether it reads events that it handled before
     * @param caughtUp whether it has handled every event there is
     * @param failing whether it is retrying an event
     */
    public record Progress(long position, boolean replaying, boolean caughtUp, boolean failing) {}

    /** The projections of this service that can be replayed, by the name of their processing group. */
    public Map<String, Progress> progress() {
        return processors.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .filter(StreamingEventProcessor::supportsReset)
                .collect(Collectors.toMap(EventProcessor::getName, Replay::progressOf));
    }

    /**
     * Drops a projection and begins to build it anew. Returns at once.
     *
     * @param group the processing group
     * @throws IllegalArgumentException when there is no such projection, or it cannot be replayed
     */
    public void start(String group) {
        var processor = projection(group);
        processor.shutDown();
        try {
            processor.resetTokens();
        } finally {
            processor.start();
        }
    }

    /**
     * Waits until a projection has handled every event there is.
     *
     * @return whether it did within the time
     */
    public boolean awaitCaughtUp(String group, Duration atMost) throws InterruptedException {
        var processor = projection(group);
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!progressOf(processor).caughtUp()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }

    private StreamingEventProcessor projection(String group) {
        return processors
                .eventProcessor(group, StreamingEventProcessor.class)
                .filter(StreamingEventProcessor::supportsReset)
                .orElseThrow(() -> new IllegalArgumentException("no projection that can be replayed: " + group));
    }

    private static Progress progressOf(StreamingEventProcessor processor) {
        var segments = processor.processingStatus().values();
        var caughtUp = !segments.isEmpty() && segments.stream().allMatch(EventTrackerStatus::isCaughtUp);
        return new Progress(
                segments.stream()
                        .map(EventTrackerStatus::getCurrentPosition)
                        .flatMapToLong(OptionalLong::stream)
                        .min()
                        .orElse(0),
                // Axon's token remembers a replay until the next event comes, even when all are handled.
                !caughtUp && segments.stream().anyMatch(EventTrackerStatus::isReplaying),
                caughtUp,
                segments.stream().anyMatch(EventTrackerStatus::isErrorState));
    }
}
