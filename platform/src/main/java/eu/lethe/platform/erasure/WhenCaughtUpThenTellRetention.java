package eu.lethe.platform.erasure;

import eu.lethe.platform.receiving.Backlog.BrokerAway;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Understands that retention-service waits to hear that this service has caught up with a suspension. */
final class WhenCaughtUpThenTellRetention {

    private static final Logger LOG = LoggerFactory.getLogger(WhenCaughtUpThenTellRetention.class);

    private final SuspendedRuns runs;
    private final CatchingUp catchingUp;
    private final RestClient retention;

    WhenCaughtUpThenTellRetention(SuspendedRuns runs, CatchingUp catchingUp, RestClient retention) {
        this.runs = runs;
        this.catchingUp = catchingUp;
        this.retention = retention;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        try {
            catchingUp.with(runs.untold()).forEach(this::tell);
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
