package eu.lethe.platform.erasure;

import eu.lethe.platform.receiving.Backlog;
import eu.lethe.platform.receiving.Backlog.BrokerAway;
import eu.lethe.platform.receiving.Backlog.Ends;
import eu.lethe.platform.receiving.KeptAside;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Understands when this service has caught up with a suspension: all its consumers are past where the topics ended when it had
 * heard of it, and nothing about the persons was kept aside. After a restart it looks anew where the topics end, which can
 * only be later.
 */
final class WhenCaughtUpThenTellRetention {

    private static final Logger LOG = LoggerFactory.getLogger(WhenCaughtUpThenTellRetention.class);

    private final SuspendedRuns runs;
    private final Backlog backlog;
    private final KeptAside keptAside;
    private final RestClient retention;
    private final Map<UUID, Ends> marks = new ConcurrentHashMap<>();

    WhenCaughtUpThenTellRetention(SuspendedRuns runs, Backlog backlog, KeptAside keptAside, RestClient retention) {
        this.runs = runs;
        this.backlog = backlog;
        this.keptAside = keptAside;
        this.retention = retention;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        try {
            var untold = runs.untold();
            marks.keySet()
                    .retainAll(untold.stream().map(SuspendedRuns.Run::erasureId).toList());
            for (var run : untold) {
                var mark = marks.computeIfAbsent(run.erasureId(), _ -> backlog.endsNow());
                if (backlog.isPast(mark) && keptAside.among(run.personIds()).isEmpty()) {
                    tell(run.erasureId());
                }
            }
        } catch (BrokerAway
                | RestClientException
                | OAuth2AuthorizationException
                | DataAccessException
                | TransactionException away) {
            LOG.warn(
                    "it cannot be said now whether suspensions are caught up with: {}",
                    away.getClass().getSimpleName());
        }
    }

    private void tell(UUID erasureId) {
        retention
                .post()
                .uri("/api/retention/erasures/{id}/confirmations", erasureId)
                .body(Map.of("phase", Phase.SUSPENDED.code()))
                .retrieve()
                .toBodilessEntity();
        runs.done(erasureId);
    }
}
