package eu.lethe.retention.erasure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands whether it was ever kept beside the epoch keys which erasures were stopped. The database remembers that, so that
 * a place where nothing is kept is told from one that was lost.
 */
@Component
class StopsKept {

    private final JdbcClient database;

    StopsKept(JdbcClient database) {
        this.database = database;
    }

    boolean noted() {
        return database.sql("select exists (select from stops_kept)")
                .query(Boolean.class)
                .single();
    }

    void note() {
        database.sql("insert into stops_kept default values on conflict do nothing")
                .update();
    }
}
