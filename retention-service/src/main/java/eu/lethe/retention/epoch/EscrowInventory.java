package eu.lethe.retention.epoch;

import eu.lethe.platform.catalogue.Label;
import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Understands which copies of epoch keys were ever meant to lie in escrow, and what became of each. */
@Component
public class EscrowInventory {

    /**
     * A copy of the key of one epoch.
     *
     * @param place by its name
     * @param keptAt since when it lies there; null while the place could not be reached
     * @param destroyedAt when it was destroyed there
     * @param lostAt when it was given up as lost: nobody destroyed it
     */
    public record Copy(
            String place,
            int epoch,
            @Nullable Instant keptAt,
            @Nullable Instant destroyedAt,
            @Nullable Instant lostAt) {}

    /** What is done with a copy that is neither destroyed nor lost. */
    @FunctionalInterface
    interface Deed {
        /**
         * @param destroying whether its destruction was begun before
         * @return whether it was done
         */
        boolean with(Copy copy, boolean destroying);
    }

    private final JdbcClient database;
    private final Clock wall = Clock.systemUTC();

    EscrowInventory(JdbcClient database) {
        this.database = database;
    }

    /** All, by epoch and place. */
    public List<Copy> all() {
        return database.sql("select * from escrow_copy order by epoch, place")
                .query(EscrowInventory::row)
                .list();
    }

    /** Those of some epochs. */
    private List<Copy> of(int first, int last) {
        return database.sql("select * from escrow_copy where epoch between :first and :last order by epoch, place")
                .param("first", first)
                .param("last", last)
                .query(EscrowInventory::row)
                .list();
    }

    /** What a certificate cannot claim because of copies of these epochs, one sentence each. */
    public List<Label> limits(int first, int last) {
        var copies = of(first, last);
        var given = copies.stream()
                .filter(copy -> copy.lostAt() == null)
                .map(Copy::place)
                .distinct()
                .collect(Collectors.joining(", "));
        var limits = new ArrayList<Label>();
        if (!given.isEmpty()) {
            limits.add(new Label(
                    "Des copies des clés d’époque étaient en dépôt (%s) et ont été détruites avant l’époque : c’est à qui les gardait de dire si d’autres copies en ont été faites."
                            .formatted(given),
                    "Copies of the epoch keys lay in escrow (%s) and were destroyed before the epoch was: whether further copies were made of them is for whoever kept them to say."
                            .formatted(given)));
        }
        for (var copy : copies) {
            if (copy.lostAt() != null) {
                limits.add(new Label(
                        "La copie de la clé de l’époque %d en dépôt (%s) est perdue : personne ne l’a détruite, et qui la trouve avec son mot de passe détient cette clé."
                                .formatted(copy.epoch(), copy.place()),
                        "The copy of the key of epoch %d in escrow (%s) was lost: nobody destroyed it, and whoever finds it and its password holds that key."
                                .formatted(copy.epoch(), copy.place())));
            }
        }
        return limits;
    }

    /** Those that are neither destroyed nor lost. */
    List<Copy> left() {
        return database.sql(
                        "select * from escrow_copy where destroyed_at is null and lost_at is null order by epoch, place")
                .query(EscrowInventory::row)
                .list();
    }

    /** Writes down, before it is made, that there is to be a copy: one that a crash leaves behind is looked for. */
    void intend(String place, int epoch) {
        database.sql("insert into escrow_copy (place, epoch) values (:place, :epoch) on conflict do nothing")
                .param("place", place)
                .param("epoch", epoch)
                .update();
    }

    /** Keeps a copy, and notes it; no other instance destroys it meanwhile. */
    @Transactional
    public boolean keep(Copy copy, Deed deed) {
        return done("kept_at", copy, deed);
    }

    /** Destroys a copy, and notes it; no other instance keeps it meanwhile. */
    @Transactional
    public boolean destroy(Copy copy, Deed deed) {
        return done("destroyed_at", copy, deed);
    }

    /** Writes down, before it is done, that a copy is being destroyed: where it is missing then, it was. */
    void destroying(Copy copy) {
        note("destroying_at", copy);
    }

    void lost(Copy copy) {
        note("lost_at", copy);
    }

    private boolean done(String column, Copy copy, Deed deed) {
        var destroying = database.sql("""
                        select destroying_at is not null from escrow_copy
                         where place = :place and epoch = :epoch and destroyed_at is null and lost_at is null for update""")
                .param("place", copy.place())
                .param("epoch", copy.epoch())
                .query(Boolean.class)
                .optional();
        if (destroying.filter(begun -> deed.with(copy, begun)).isEmpty()) {
            return false;
        }
        note(column, copy);
        return true;
    }

    private void note(String column, Copy copy) {
        database.sql("update escrow_copy set %s = coalesce(%s, :now) where place = :place and epoch = :epoch"
                        .formatted(column, column))
                .param("now", now())
                .param("place", copy.place())
                .param("epoch", copy.epoch())
                .update();
    }

    private OffsetDateTime now() {
        return wall.instant().atOffset(ZoneOffset.UTC);
    }

    private static Copy row(ResultSet row, int number) throws SQLException {
        return new Copy(
                row.getString("place"),
                row.getInt("epoch"),
                Cells.instantIfAny(row, "kept_at"),
                Cells.instantIfAny(row, "destroyed_at"),
                Cells.instantIfAny(row, "lost_at"));
    }
}
