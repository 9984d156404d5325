package eu.lethe.platform.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.axonframework.micrometer.MetricsConfigurerModule;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Wires Axon on PostgreSQL. Axon's own auto-configuration orders itself after classes that Spring Boot 4 renamed, so what
 * must not be left to chance is declared here, before it.
 */
@AutoConfiguration(
        before = {
            AxonAutoConfiguration.class,
            JdbcAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            org.axonframework.springboot.autoconfig.TransactionAutoConfiguration.class
        },
        after = {
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            TransactionAutoConfiguration.class
        })
@EnableConfigurationProperties(EventStoreProperties.class)
public class EventStoreAutoConfiguration {

    static final String CACHE = "aggregateCache";
    static final String SNAPSHOT_TRIGGER = "longStream";

    /** Enough for processors that keep up; the others read from the database. */
    private static final int RECENT_EVENTS = 1000;

    private final EventStoreProperties properties;

    EventStoreAutoConfiguration(EventStoreProperties properties) {
        this.properties = properties;
    }

    /** The names of events. */
    @Bean
    @ConditionalOnMissingBean
    EventTypes eventTypes() {
        return EventTypes.ofLethe();
    }

    /** Every event says in which revision it is stored. */
    @Bean
    RevisionResolver revisionResolver() {
        return new EventRevisions();
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new PostgresErrors();
    }

    /** How the tokens of processors are written; a token may hold others, of Axon's classes only. */
    @Bean
    @Primary
    Serializer serializer(RevisionResolver revisions) {
        return Jackson3Serializer.builder()
                .revisionResolver(revisions)
                .jsonMapperBuilderCustomizer(
                        json -> json.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }

    @Bean
    @Qualifier("messageSerializer") Serializer messageSerializer(@Qualifier("eventSerializer") Serializer events) {
        return events;
    }

    @Bean
    @Qualifier("eventSerializer") Serializer eventSerializer(RevisionResolver revisions, EventTypes types) {
        return new EventSerializer(
                Jackson3Serializer.builder()
                        .revisionResolver(revisions)
                        .jsonMapperBuilderCustomizer(EventJson::customize),
                types);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            RevisionResolver revisions,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            PersistenceExceptionResolver errors,
            Configuration configuration,
            ConnectionProvider connections,
            TransactionManager transactions,
            JdbcOperations database,
            ObjectProvider<Upcasting> upcastings) {
        var storage = PostgresEventStorage.builder()
                .snapshotSerializer(stateSerializer(revisions))
                .eventSerializer(eventSerializer)
                .upcasterChain(UpcastEvents.through(upcastings.stream().toList()))
                .snapshotFilter(configuration.snapshotFilter())
                .persistenceExceptionResolver(errors)
                .batchSize(PostgresEventStorage.BATCH)
                .connectionProvider(connections)
                .gapTimeout(Math.toIntExact(properties.gapTimeout().toMillis()));
        return new PostgresEventStorage(storage, new SealedUnder(database), transactions);
    }

    /** The state of an aggregate is its fields; its methods are what it does. */
    private static Serializer stateSerializer(RevisionResolver revisions) {
        return Jackson3Serializer.builder()
                .revisionResolver(revisions)
                .jsonMapperBuilderCustomizer(json -> EventJson.customize(json)
                        .changeDefaultVisibility(visibility -> visibility
                                .withFieldVisibility(Visibility.ANY)
                                .withGetterVisibility(Visibility.NONE)
                                .withIsGetterVisibility(Visibility.NONE)))
                .build();
    }

    @Bean(name = "eventBus")
    @Qualifier("eventStore") EmbeddedEventStore eventStore(EventStorageEngine storage, Configuration configuration) {
        return new SignallingEventStore(EmbeddedEventStore.builder()
                .storageEngine(storage)
                .cachedEvents(RECENT_EVENTS)
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(configuration.getComponent(EventBusSpanFactory.class)));
    }

    @Bean
    StoredState storedState(EventStore events) {
        return new StoredState(events);
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setSegmentColumn("segment")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("recorded_at")
                        .setOwnerColumn("owner")
                        .build())
                .build();
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus) {
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(new LostRaceRetry(properties.attempts()))
                // The caller gets the failure; Axon would log it as well, with whatever its message holds.
                .commandCallback(NoOpCallback.INSTANCE)
                .build();
    }

    /** What platform and service do before each command. */
    @Bean
    BeforeCommands beforeCommands(CommandBus bus, ObjectProvider<BeforeCommand> all) {
        return new BeforeCommands(all.orderedStream().toList()).on(bus);
    }

    @Bean(name = CACHE)
    Cache aggregateCache() {
        return new AggregateCache(properties.cachedAggregates());
    }

    @Bean(name = SNAPSHOT_TRIGGER)
    SnapshotTriggerDefinition longStream(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, properties.snapshotAfter());
    }

    /**
     * People wait for what projections show, so processors are tracking ones, which are signalled on commit. They are
     * named after the handler's package, and an event that a handler cannot take is tried again instead of being left out.
     */
    @Bean
    ConfigurerModule eventProcessingDefaults() {
        return configurer -> configurer
                .eventProcessing()
                .usingTrackingEventProcessors()
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerDefaultHandlerInterceptor((_, _) -> (unitOfWork, handlers) -> {
                    var event = unitOfWork.getMessage().getIdentifier();
                    unitOfWork.afterCommit(_ -> ReadYourWrites.committed(event));
                    return handlers.proceed();
                })
                .byDefaultAssignHandlerTypesTo(handler -> lastPart(handler.getPackageName()))
                .registerTrackingEventProcessorConfiguration(
                        _ -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(PostgresEventStorage.BATCH));
    }

    private static String lastPart(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    /** Axon's own meters, on the registry that everything else is measured with. */
    @Bean
    ConfigurerModule axonMeters(MeterRegistry meters) {
        return new MetricsConfigurerModule(new GlobalMetricRegistry(meters), true);
    }

    /** Deletes unreadable events. */
    @Bean
    Pruning pruning(
            JdbcClient database,
            JdbcOperations batches,
            PlatformTransactionManager transactions,
            @Qualifier(CACHE) Cache aggregates) {
        return new Pruning(
                database,
                new SealedUnder(batches),
                new TransactionTemplate(transactions),
                aggregates,
                properties.gapTimeout());
    }

    @Bean
    PruningQueue pruningQueue(
            JdbcClient database,
            Pruning pruning,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher publisher) {
        return new PruningQueue(database, pruning, new TransactionTemplate(transactions), publisher);
    }

    /** Drops and replays projections. */
    @Bean
    Replay replay(EventProcessingConfiguration processors) {
        return new Replay(processors);
    }

    @Bean
    @ConditionalOnAvailableEndpoint
    ReplayEndpoint replayEndpoint(Replay replay) {
        return new ReplayEndpoint(replay);
    }
}
