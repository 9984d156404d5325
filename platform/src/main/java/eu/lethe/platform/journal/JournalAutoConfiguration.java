package eu.lethe.platform.journal;

import eu.lethe.platform.catalogue.CatalogueAutoConfiguration;
import eu.lethe.platform.catalogue.CatalogueAutoConfiguration.CatalogueFiles;
import eu.lethe.platform.catalogue.CatalogueTable;
import eu.lethe.platform.eventstore.EventStoreAutoConfiguration;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.platform.time.TimeAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventBus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the access journal of a service that publishes events. */
@AutoConfiguration(
        after = {EventStoreAutoConfiguration.class, CatalogueAutoConfiguration.class, TimeAutoConfiguration.class})
@ConditionalOnProperty(name = "lethe.publishing.enabled", matchIfMissing = true)
public class JournalAutoConfiguration {

    private static final String RULE = "access-journal";
    private static final int READ_AT_ONCE = 1000;

    private final JournalTable entries;
    private final StoredTree nodes;
    private final HeadRow head;
    private final PlatformTransactionManager transactions;
    private final String service;

    JournalAutoConfiguration(
            JdbcClient database,
            JdbcTemplate batches,
            PlatformTransactionManager transactions,
            @Value("${lethe.service.name}") String service) {
        this.entries = new JournalTable(database, batches, service);
        this.nodes = new StoredTree(database, batches);
        this.head = new HeadRow(database);
        this.transactions = transactions;
        this.service = service;
    }

    /** The journal of this service. */
    @Bean
    AccessJournal accessJournal(
            EventBus events,
            DataSource source,
            BusinessClock clock,
            KafkaProperties kafka,
            @Value("${lethe.access.keys:${LETHE_STATE:.lethe}/keys/access}") String keyDirectory,
            MeterRegistry meters) {
        var keys = HeadKeys.in(Path.of(keyDirectory), service);
        var writer =
                new JournalWriter(entries, nodes, head, events, new TransactionTemplate(transactions), keys, service);
        var published = new PublishedHeads(kafka.buildConsumerProperties(), keys, service);
        return new AccessJournal(writer, entries, nodes, head, check(source), published, clock, meters);
    }

    private JournalCheck check(DataSource source) {
        var pieces = new JdbcTemplate(source);
        pieces.setFetchSize(READ_AT_ONCE);
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return new JournalCheck(pieces, snapshot, entries, nodes, head);
    }

    @Bean
    WhenEntriesAreOldThenDropThem whenEntriesAreOldThenDropThem(
            AccessJournal journal,
            BusinessClock clock,
            CatalogueFiles files,
            @Value("${lethe.events.gap-timeout:60s}") Duration gapTimeout,
            MeterRegistry meters) {
        return new WhenEntriesAreOldThenDropThem(
                journal,
                entries,
                head,
                new TransactionTemplate(transactions),
                clock,
                periodOf(files.file("retention-schedule.csv")),
                gapTimeout,
                meters);
    }

    private static Period periodOf(Resource schedule) {
        return CatalogueTable.read(schedule, row -> new Rule(row.text("code"), Period.parse(row.text("period"))))
                .stream()
                .filter(rule -> rule.code().equals(RULE))
                .map(Rule::period)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(schedule.getFilename() + " has no rule " + RULE));
    }

    private record Rule(String code, Period period) {}
}
