package eu.lethe.retention.epoch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands what was ever written down beside the epoch keys. The database remembers it, so that a place where nothing was kept
 * yet is told from one that was lost.
 */
@Component
public class KeptBesideKeys {

    /** What is kept there, each in a file. */
    public enum What {
        /** The growth of the list of certificates. */
        CERTIFICATES("certificates"),
        /** Which erasures were called off, refused or paused. */
        STOPPED_ERASURES("stopped-erasures"),
        /** What is held. */
        LEGAL_HOLDS("legal-holds");

        final String code;

        What(String code) {
            this.code = code;
        }
    }

    private final JdbcClient database;

    KeptBesideKeys(JdbcClient database) {
        this.database = database;
    }

    /** Whether it was ever kept there. */
    public boolean noted(What what) {
        return database.sql("select exists (select from kept_beside_keys where what = :what)")
                .param("what", what.code)
                .query(Boolean.class)
                .single();
    }

    /** Remembers that it is. */
    public void note(What what) {
        database.sql("insert into kept_beside_keys (what) values (:what) on conflict do nothing")
                .param("what", what.code)
                .update();
    }
}
