package eu.lethe.platform.erasure;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Understands that retention-service waits for this service's confirmation, and may be away when it comes. */
final class WhenPartIsDoneThenTellRetention {

    private static final Logger LOG = LoggerFactory.getLogger(WhenPartIsDoneThenTellRetention.class);

    private final ErasureConfirmations confirmations;
    private final RestClient retention;
    private final AtomicInteger untold;

    WhenPartIsDoneThenTellRetention(ErasureConfirmations confirmations, RestClient retention, MeterRegistry meters) {
        this.confirmations = confirmations;
        this.retention = retention;
        this.untold = meters.gauge("lethe.erasure.confirmations.untold", new AtomicInteger());
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tellWhatIsDue() {
        try {
            tell(confirmations.due());
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("confirmations wait for the database: {}", away.getClass().getSimpleName());
        }
    }

    private void tell(List<ErasureConfirmations.Due> due) {
        untold.set(due.size());
        for (var done : due) {
            try {
                retention
                        .post()
                        .uri("/api/retention/erasures/{id}/confirmations", done.erasureId())
                        .body(Map.of("phase", done.phase().code()))
                        .retrieve()
                        .toBodilessEntity();
                confirmations.told(done);
                untold.decrementAndGet();
            } catch (RestClientException | OAuth2AuthorizationException away) {
                LOG.warn(
                        "erasure {} is {} here; retention-service could not be told: {}",
                        done.erasureId(),
                        done.phase().code(),
                        away.getClass().getSimpleName());
            }
        }
    }
}
