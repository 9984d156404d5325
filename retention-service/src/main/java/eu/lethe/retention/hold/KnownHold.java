package eu.lethe.retention.hold;

import eu.lethe.contracts.events.retention.HoldEvent.HoldPlaced;
import eu.lethe.contracts.events.retention.HoldEvent.HoldReassessed;
import eu.lethe.contracts.events.retention.HoldEvent.HoldReleased;
import eu.lethe.retention.epoch.KeptHolds.KeptHold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands a hold as it is now.
 *
 * @param reassessed when somebody last said that it is still needed
 * @param released absent while it is in force
 */
record KnownHold(
        UUID holdId,
        Scope scope,
        HoldReason reason,
        Done placed,
        LocalDate reassessOn,
        @Nullable Done reassessed,
        @Nullable Released released) {

    /** What somebody did, and when. */
    record Done(UUID by, Instant at) {}

    /** That somebody ended it, and why. */
    record Released(ReleaseReason reason, Done done) {}

    /** Whether somebody should have looked at it by now. */
    boolean isToReassess(LocalDate today) {
        return released == null && !reassessOn.isAfter(today);
    }

    /** As it is kept beside the epoch keys. */
    KeptHold kept() {
        return new KeptHold(
                new HoldPlaced(
                        holdId,
                        scope.personId(),
                        scope.unit(),
                        scope.rule(),
                        reason.code(),
                        reassessOn,
                        placed.by(),
                        placed.at()),
                reassessed == null ? null : new HoldReassessed(holdId, reassessOn, reassessed.by(), reassessed.at()),
                released == null
                        ? null
                        : new HoldReleased(
                                holdId,
                                released.reason().code(),
                                released.done().by(),
                                released.done().at()));
    }

    static KnownHold row(ResultSet row, int number) throws SQLException {
        var released = done(row, "released");
        return new KnownHold(
                row.getObject("hold_id", UUID.class),
                scope(row),
                HoldReason.of(row.getString("reason")),
                new Done(
                        row.getObject("placed_by", UUID.class),
                        row.getObject("placed_at", OffsetDateTime.class).toInstant()),
                row.getObject("reassess_on", LocalDate.class),
                done(row, "reassessed"),
                released == null ? null : new Released(ReleaseReason.of(row.getString("release_reason")), released));
    }

    private static Scope scope(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        if (person != null) {
            return new Scope.OfPerson(person);
        }
        var unit = row.getString("unit");
        return unit == null ? new Scope.OfRule(row.getString("rule")) : new Scope.OfUnit(unit);
    }

    private static @Nullable Done done(ResultSet row, String what) throws SQLException {
        var at = row.getObject(what + "_at", OffsetDateTime.class);
        return at == null ? null : new Done(row.getObject(what + "_by", UUID.class), at.toInstant());
    }
}
