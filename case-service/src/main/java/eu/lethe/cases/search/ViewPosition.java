package eu.lethe.cases.search;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands how far the tables of persons and files have come, so that the index of names, which is built from them, goes
 * on with the event after.
 */
@Component
class ViewPosition {

    private record Stored(String token, String type) {}

    private final JdbcClient database;
    private final Serializer serializer;

    ViewPosition(JdbcClient database, Serializer serializer) {
        this.database = database;
        this.serializer = serializer;
    }

    /** The position; null before the first event. Read without claiming it from the processor that moves it. */
    @Nullable TrackingToken current() {
        return database.sql("""
                        select convert_from(token, 'UTF8') as token, token_type from token_entry
                         where processor_name = 'cases' and segment = 0 and token is not null""")
                .query((row, _) -> new Stored(row.getString("token"), row.getString("token_type")))
                .optional()
                .map(this::token)
                .orElse(null);
    }

    private @Nullable TrackingToken token(Stored stored) {
        TrackingToken token =
                serializer.deserialize(new SimpleSerializedObject<>(stored.token(), String.class, stored.type(), null));
        // while the tables are being replayed they are as old as the replay
        return WrappedToken.unwrapLowerBound(token);
    }
}
