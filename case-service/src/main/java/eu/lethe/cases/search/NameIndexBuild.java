package eu.lethe.cases.search;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.KeysUnavailable;
import java.time.Duration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Understands that the index of names is built at every start, and that the service is not ready until it is. It waits for
 * retention-service, whose keys open the names.
 */
@Component("names")
class NameIndexBuild implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(NameIndexBuild.class);
    private static final Duration BEFORE_NEXT_ATTEMPT = Duration.ofSeconds(1);

    private final NameIndexing indexing;
    private final NameIndex index;
    private final ViewPosition position;
    private final NameProcessing.StartingPoint startingPoint;
    private final EventProcessingConfiguration processors;
    private volatile boolean built;
    private volatile int total;

    NameIndexBuild(
            NameIndexing indexing,
            NameIndex index,
            ViewPosition position,
            NameProcessing.StartingPoint startingPoint,
            EventProcessingConfiguration processors) {
        this.indexing = indexing;
        this.index = index;
        this.position = position;
        this.startingPoint = startingPoint;
        this.processors = processors;
    }

    /** Whether everybody who can be read can be found. */
    boolean built() {
        return built;
    }

    /** 503, saying how far it has come. */
    Problem underWay() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "search-building")
                .with("indexed", Math.min(index.size(), total))
                .with("total", total);
    }

    @Override
    public Health health() {
        return built
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("indexed", index.size())
                        .withDetail("total", total)
                        .build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void build() {
        Thread.ofVirtual().name("name-index").start(() -> {
            try {
                while (!attempted()) {
                    Thread.sleep(BEFORE_NEXT_ATTEMPT);
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private boolean attempted() {
        try {
            var begin = System.nanoTime();
            // the position comes first: what happens while the tables are read is then processed again
            startingPoint.set(position.current());
            total = indexing.expected();
            indexing.indexAll();
            processors
                    .eventProcessor(NameProcessing.NAMES, StreamingEventProcessor.class)
                    .orElseThrow()
                    .start();
            built = true;
            LOG.info(
                    "{} names can be searched after {} ms",
                    index.size(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
            return true;
        } catch (KeysUnavailable | DataAccessException | TransactionException away) {
            LOG.warn("the index of names waits: {} at {} names", away.getClass().getSimpleName(), index.size());
            return false;
        }
    }

    /** An erased person is not to stay in memory. */
    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void compact() {
        index.compact();
    }
}
