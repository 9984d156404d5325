package eu.lethe.platform.erasure;

import eu.lethe.platform.eventstore.PruningQueue;
import eu.lethe.platform.receiving.Backlog;
import eu.lethe.platform.receiving.KeptAside;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** Wires confirmations for every service that is asked for them, that is, that knows where retention-service is. */
@AutoConfiguration
@ConditionalOnProperty("lethe.retention.url")
public class ErasureAutoConfiguration {

    /** What this service has done of each erasure. */
    @Bean
    ErasureConfirmations erasureConfirmations(JdbcClient database) {
        return new ErasureConfirmations(database);
    }

    @Bean
    WhenRemovalCompletedThenAwaitPersons whenRemovalCompletedThenAwaitPersons(ErasureConfirmations confirmations) {
        return new WhenRemovalCompletedThenAwaitPersons(confirmations);
    }

    @Bean
    WhenPruningOrderedThenPruneEvents whenPruningOrderedThenPruneEvents(
            PruningQueue queue, ErasureConfirmations confirmations) {
        return new WhenPruningOrderedThenPruneEvents(queue, confirmations);
    }

    @Bean
    ErasureSubscription erasureSubscription(List<Automation<?>> automations) {
        return new ErasureSubscription(automations);
    }

    @Bean
    SuspendedRuns suspendedRuns(JdbcClient database) {
        return new SuspendedRuns(database);
    }

    @Bean
    WhenPersonsAreSuspendedThenCatchUp whenPersonsAreSuspendedThenCatchUp(SuspendedRuns runs, KeptAside keptAside) {
        return new WhenPersonsAreSuspendedThenCatchUp(runs, keptAside);
    }

    @Bean
    WhenCaughtUpThenTellRetention whenCaughtUpThenTellRetention(
            SuspendedRuns runs,
            Backlog backlog,
            KeptAside keptAside,
            RestClient.Builder serviceClient,
            @Value("${lethe.retention.url}") String url) {
        return new WhenCaughtUpThenTellRetention(
                runs,
                new CatchingUp(backlog, keptAside),
                serviceClient.clone().baseUrl(url).build());
    }

    @Bean
    WhenPartIsDoneThenTellRetention whenPartIsDoneThenTellRetention(
            ErasureConfirmations confirmations,
            RestClient.Builder serviceClient,
            @Value("${lethe.retention.url}") String url,
            MeterRegistry meters) {
        return new WhenPartIsDoneThenTellRetention(
                confirmations, serviceClient.clone().baseUrl(url).build(), meters);
    }
}
