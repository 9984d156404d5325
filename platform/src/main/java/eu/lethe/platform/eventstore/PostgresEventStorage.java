package eu.lethe.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Understands where events lie in PostgreSQL, in the tables of {@code V1__event_store.sql}. */
final class PostgresEventStorage extends JdbcEventStorageEngine {

    /** Larger or smaller batches make replays slower; processors that replay use batches of this size too. */
    static final int BATCH = 1000;

    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("domain_event")
            .snapshotTable("snapshot_event")
            .globalIndexColumn("global_index")
            .timestampColumn("recorded_at")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    private final SealedUnder sealedUnder;
    private final TransactionManager transactions;

    PostgresEventStorage(Builder builder, SealedUnder sealedUnder, TransactionManager transactions) {
        super(builder.schema(SCHEMA)
                .transactionManager(transactions)
                .createTokenAt(PostgresEventStorage::firstSince)
                .readEventDataForAggregate(PostgresEventStorage::nextOfAggregate));
        this.sealedUnder = sealedUnder;
        this.transactions = transactions;
    }

    /** Remembers, with the events, whose keys they are sealed under. */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        transactions.executeInTransaction(() -> {
            super.appendEvents(events, serializer);
            sealedUnder.remember(events.stream()
                    .filter(DomainEventMessage.class::isInstance)
                    .map(event -> (DomainEventMessage<?>) event)
                    .flatMap(event -> holdings(event, serializer))
                    .toList());
        });
    }

    /** The message keeps the JSON that was stored, so nothing is serialized twice. */
    private static Stream<SealedUnder.Holding> holdings(DomainEventMessage<?> event, Serializer serializer) {
        var stored = event.serializePayload(serializer, byte[].class).getData();
        return SealedKeys.in(stored).stream().map(kid -> SealedUnder.Holding.of(kid, event.getAggregateIdentifier()));
    }

    /**
     * The next events of an aggregate, however far apart pruning left them. Axon's own statement reads a range of
     * sequence numbers and takes an empty range for the end of the stream.
     */
    private static PreparedStatement nextOfAggregate(
            Connection connection, EventSchema schema, String aggregate, long first, int limit) throws SQLException {
        var statement = connection.prepareStatement("select " + schema.trackedEventFields() + """
                 from domain_event
                where aggregate_identifier = ? and sequence_number >= ?
                order by sequence_number limit ?""");
        statement.setString(1, aggregate);
        statement.setLong(2, first);
        statement.setInt(3, limit);
        return statement;
    }

    private static PreparedStatement firstSince(Connection connection, EventSchema schema, Instant since)
            throws SQLException {
        var statement =
                connection.prepareStatement("select min(global_index) - 1 from domain_event where recorded_at >= ?");
        statement.setObject(1, since.atOffset(ZoneOffset.UTC));
        return statement;
    }

    /**
     * Whoever reads for all processors asks again by itself as long as it finds anything, and once more when an event is signalled:
     * a batch at a time saves it from looking twice for what comes after. Who catches up reads to the end.
     */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken after, boolean mayBlock) {
        return mayBlock ? fetchTrackedEvents(after, batchSize()).stream() : super.readEventData(after, false);
    }

    /** Fewer than asked for are the last: this saves each load a second query. */
    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int position, Instant timestamp) throws SQLException {
        statement.setObject(position, timestamp.atOffset(ZoneOffset.UTC));
    }
}
