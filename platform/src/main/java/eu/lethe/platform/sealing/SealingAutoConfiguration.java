package eu.lethe.platform.sealing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.client.RestClient;

/** Wires sealing for a service that leases keys, that is, every service that knows where retention-service is. */
@AutoConfiguration
@ConditionalOnProperty("lethe.retention.url")
public class SealingAutoConfiguration {

    /** Retention-service as the keeper of keys. */
    @Bean
    @ConditionalOnMissingBean
    KeyLeases keyLeases(@Value("${lethe.retention.url}") String url, RestClient.Builder serviceClient) {
        return new RetentionServiceKeyLeases(serviceClient.clone().baseUrl(url).build());
    }

    /** The leases of this process. */
    @Bean
    LeasedKeys leasedKeys(
            KeyLeases keeper, MeterRegistry meters, @Value("${lethe.leases.lasting:PT5M}") String lasting) {
        return new LeasedKeys(keeper, System::nanoTime, meters, Duration.parse(lasting));
    }

    /** Seals. */
    @Bean
    Sealer sealer(LeasedKeys keys, MeterRegistry meters) {
        return new Sealer(keys, meters);
    }

    /** Opens. */
    @Bean
    Opener opener(LeasedKeys keys, MeterRegistry meters) {
        return new Opener(keys, meters);
    }

    /** Places that only a key finds. */
    @Bean
    HiddenPlaces hiddenPlaces(LeasedKeys keys) {
        return new HiddenPlaces(keys);
    }

    @Bean
    WhenKeysAreTakenThenEvictLeases whenKeysAreTakenThenEvictLeases(LeasedKeys keys) {
        return new WhenKeysAreTakenThenEvictLeases(keys);
    }

    /** Ends answers that outlast the leases they were made under. */
    @Bean
    @ConditionalOnWebApplication
    AnswersUnderLease answersUnderLease(@Value("${lethe.leases.lasting:PT5M}") String lasting) {
        return new AnswersUnderLease(System::nanoTime, Duration.parse(lasting));
    }

    @Bean
    WhenLeaseEndedThenForgetKey whenLeaseEndedThenForgetKey(LeasedKeys keys) {
        return new WhenLeaseEndedThenForgetKey(keys);
    }

    /** Understands that an ended lease must leave no key behind in memory. */
    static final class WhenLeaseEndedThenForgetKey {

        private final LeasedKeys keys;

        WhenLeaseEndedThenForgetKey(LeasedKeys keys) {
            this.keys = keys;
        }

        @Scheduled(fixedDelayString = "PT15S")
        void sweep() {
            keys.sweep();
        }
    }
}
