package eu.lethe.cases.access;

import eu.lethe.platform.problem.Problem;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands that while exclusions and restrictions are replayed nobody can tell who may read, so nobody reads: from the
 * transaction that drops them until every event of before is handled again. It stands in the database, for every instance.
 */
@Component
class RightsRebuild {

    /** SQL: whether it is under way. */
    static final String UNDER_WAY = "exists (select 1 from rights_rebuild)";

    /** The processor that the projection of the rights belongs to. */
    private static final String PROCESSOR = "cases";

    private final JdbcClient database;
    private final Serializer tokens;

    RightsRebuild(JdbcClient database, @Qualifier("serializer") Serializer tokens) {
        this.database = database;
        this.tokens = tokens;
    }

    /** In the transaction that drops the rights. */
    void begin() {
        database.sql("delete from rights_rebuild").update();
        database.sql("insert into rights_rebuild (until) select coalesce(max(global_index), 0) from domain_event")
                .update();
    }

    /** Whether it is under way. Who asks after the last event of before was handled is the one that ends it. */
    boolean underWay() {
        return isMarked() && !isOver();
    }

    private boolean isMarked() {
        return database.sql("select " + UNDER_WAY).query(Boolean.class).single();
    }

    /** What who wants to read or write is told meanwhile. */
    static Problem refusal() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "rights-rebuilding");
    }

    /** Looks at the token itself: what an instance remembers of its processor may be of before. */
    private boolean isOver() {
        position().ifPresent(this::endIfHandledUpTo);
        return !isMarked();
    }

    /** The last event of then may have been pruned meanwhile. */
    private void endIfHandledUpTo(long position) {
        database.sql("""
                        delete from rights_rebuild
                         where not exists (select 1 from domain_event
                                            where global_index > :position and global_index <= until)""").param("position", position).update();
    }

    private OptionalLong position() {
        return database
                .sql("select token, token_type from token_entry where processor_name = :processor")
                .param("processor", PROCESSOR)
                .query((row, _) -> position(row.getBytes("token"), row.getString("token_type")))
                .list()
                .stream()
                .reduce((one, other) -> one.isPresent() && other.isPresent()
                        ? OptionalLong.of(Math.min(one.getAsLong(), other.getAsLong()))
                        : OptionalLong.empty())
                .orElseGet(OptionalLong::empty);
    }

    private OptionalLong position(byte @Nullable [] token, @Nullable String type) {
        if (token == null || type == null) {
            return OptionalLong.empty();
        }
        TrackingToken read = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read == null ? OptionalLong.empty() : read.position();
    }
}
