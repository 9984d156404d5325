package eu.lethe.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands how one member of staff stands to one person: a worker of the person's unit reads who is neither excluded nor
 * left out by a restriction; so does somebody with an exceptional access that the restriction allows. Nothing overcomes an
 * exclusion.
 *
 * <p>A service that asks keeps, from case-service's events and beside its {@code person}, the table {@code exceptional_access}
 * and the views {@code exclusion_in_force} and {@code restriction_in_force}: who is kept from one of the records that are read
 * as one is kept from all of them, and an exceptional access opens what every restriction leaves room for.
 *
 * @param exclusionAsk whom to ask, when the reader is excluded
 * @param restrictionAsk whom to ask, when reading is restricted to others
 * @param restrictionOpens whether that restriction leaves room for an exceptional access
 * @param exceptional the reader's exceptional access in force, if any
 */
public record Standing(
        @Nullable UUID exclusionAsk,
        @Nullable UUID restrictionAsk,
        boolean restrictionOpens,
        @Nullable ExceptionalAccess exceptional) {

    /** SQL: what is selected of {@link #BARRIERS}. */
    public static final String COLUMNS = """
            exclusion.ask as exclusion_ask, restriction.ask as restriction_ask,
            coalesce(restriction.exceptional_access, false) as restriction_opens, access.access_id, access.until
            """;

    /** SQL: what is joined to {@code person} for {@code :reader} at {@code :now}. */
    public static final String BARRIERS = """
            left join lateral (
                 select ask from exclusion_in_force
                  where exclusion_in_force.person_id = person.person_id and exclusion_in_force.worker_id = :reader
                  order by ask limit 1) exclusion on true
            left join lateral (
                 select (array_agg(ask order by ask))[1] as ask, bool_and(exceptional_access) as exceptional_access
                   from restriction_in_force
                  where restriction_in_force.person_id = person.person_id
                    and not (:reader = any (restriction_in_force.workers))) restriction on true
            left join lateral (
                 select access_id, until from exceptional_access
                  where exceptional_access.person_id = person.person_id
                    and exceptional_access.worker_id = :reader and exceptional_access.until > :now
                  order by until desc limit 1) access on true
            """;

    /** Reads {@link #COLUMNS}. */
    public static Standing of(ResultSet row) throws SQLException {
        var access = row.getObject("access_id", UUID.class);
        var until = row.getObject("until", OffsetDateTime.class);
        return new Standing(
                row.getObject("exclusion_ask", UUID.class),
                row.getObject("restriction_ask", UUID.class),
                row.getBoolean("restriction_opens"),
                access == null || until == null ? null : new ExceptionalAccess(access, until.toInstant()));
    }

    /** What follows for somebody who is of the person's unit, or is not. */
    public Verdict verdict(boolean ofUnit) {
        if (exclusionAsk != null) {
            return new Verdict.Excluded(exclusionAsk);
        }
        if (restrictionAsk == null && ofUnit) {
            return new Right(null);
        }
        if (restrictionAsk != null && !(restrictionOpens && exceptional != null)) {
            return new Verdict.Restricted(restrictionAsk, restrictionOpens);
        }
        return exceptional == null ? new Verdict.OtherUnit() : new Right(exceptional);
    }
}
