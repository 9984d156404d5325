package eu.lethe.cases.draft;

import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.problem.ReadRevision;
import eu.lethe.platform.rows.Cells;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Understands what somebody typed in a file and has not saved: sealed under the key of the person whose file it is, opened
 * for who typed it only, kept for three days, and gone with the file.
 */
@Component
@ProcessingGroup("cases")
@Order(5)
class SealedDrafts {

    static final Duration KEPT_FOR = Duration.ofDays(3);

    private static final SealedField<ObjectNode> DRAFT =
            new SealedField<>("draft", Compartment.NARRATIVE, ObjectNode.class);

    /** Where a draft is and when it was saved. */
    record Listed(UUID fileId, DraftKind kind, Instant savedAt) {}

    /** That a draft is kept, and under which id. */
    record Saved(UUID revisionId, Instant savedAt) {}

    /**
     * A draft, opened.
     *
     * @param revisionId of what is read here: who writes in its place says so
     */
    record Opened(@Schema(implementation = Object.class) ObjectNode draft, UUID revisionId, Instant savedAt) {

        @Override
        public String toString() {
            return "Opened[…]";
        }
    }

    private record Stored(UUID draftId, Sealed<ObjectNode> draft, Instant savedAt) {}

    /** What is three days old is not there any more, swept or not. */
    private static final String FIRST = """
            insert into draft (file_id, staff_id, kind, draft_id, draft, saved_at)
            values (:file, :staff, :kind, :id, :draft, :at)
            on conflict (file_id, staff_id, kind) do update
               set draft_id = excluded.draft_id, draft = excluded.draft, saved_at = excluded.saved_at
             where draft.saved_at <= :since""";

    private static final String NEXT = """
            update draft set draft_id = :id, draft = :draft, saved_at = :at
             where file_id = :file and staff_id = :staff and kind = :kind and draft_id = :read and saved_at > :since""";

    private final JdbcClient database;
    private final Sealer sealer;
    private final Opener opener;
    private final BusinessClock clock;

    SealedDrafts(JdbcClient database, Sealer sealer, Opener opener, BusinessClock clock) {
        this.database = database;
        this.sealer = sealer;
        this.opener = opener;
        this.clock = clock;
    }

    /**
     * Takes the place of the draft that was read, and of no other one: the same person may write in two tabs.
     *
     * @param read null for who knows of none
     * @throws Problem 409 when another one is there, or that one no more
     */
    Saved save(UUID fileId, UUID personId, UUID staffId, DraftKind kind, @Nullable UUID read, ObjectNode draft) {
        var draftId = UUID.randomUUID();
        var sealed = sealer.seal(personId, DRAFT, draftId, Clear.of(draft));
        // as the database remembers it
        var now = clock.now().truncatedTo(ChronoUnit.MICROS);
        var kept = database.sql(read == null ? FIRST : NEXT)
                .param("file", fileId)
                .param("staff", staffId)
                .param("kind", kind.code())
                .param("read", read)
                .param("id", draftId)
                .param("draft", sealed.compact())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("since", oldest())
                .update();
        if (kept == 0) {
            throw ReadRevision.overtaken(inForce(fileId, staffId, kind).orElse(null));
        }
        return new Saved(draftId, now);
    }

    private Optional<UUID> inForce(UUID fileId, UUID staffId, DraftKind kind) {
        return database.sql("""
                        select draft_id from draft
                         where file_id = :file and staff_id = :staff and kind = :kind and saved_at > :since""")
                .param("file", fileId)
                .param("staff", staffId)
                .param("kind", kind.code())
                .param("since", oldest())
                .query(UUID.class)
                .optional();
    }

    /** Opens a draft for who typed it; empty when there is none, or its key is gone. */
    Optional<Opened> find(UUID fileId, UUID staffId, DraftKind kind, Admission admission) {
        return database.sql("""
                        select draft_id, draft, saved_at from draft
                         where file_id = :file and staff_id = :staff and kind = :kind and saved_at > :since""")
                .param("file", fileId)
                .param("staff", staffId)
                .param("kind", kind.code())
                .param("since", oldest())
                .query(SealedDrafts::stored)
                .optional()
                .flatMap(stored -> opener.reading(admission)
                        .openUnlessDestroyed(DRAFT, stored.draftId(), stored.draft())
                        .map(draft -> new Opened(draft, stored.draftId(), stored.savedAt())));
    }

    /** All somebody typed and has not saved, newest first. */
    List<Listed> of(UUID staffId) {
        return database.sql("""
                        select file_id, kind, saved_at from draft
                         where staff_id = :staff and saved_at > :since order by saved_at desc""")
                .param("staff", staffId)
                .param("since", oldest())
                .query((row, _) -> new Listed(
                        row.getObject("file_id", UUID.class),
                        DraftKind.of(row.getString("kind")),
                        Cells.instant(row, "saved_at")))
                .list();
    }

    /**
     * Drops the draft that was read: it was saved, or is not wanted any more.
     *
     * @throws Problem 409 when another one is there
     */
    void delete(UUID fileId, UUID staffId, DraftKind kind, UUID read) {
        var dropped = database.sql("""
                        delete from draft
                         where file_id = :file and staff_id = :staff and kind = :kind and draft_id = :read""")
                .param("file", fileId)
                .param("staff", staffId)
                .param("kind", kind.code())
                .param("read", read)
                .update();
        if (dropped == 0) {
            inForce(fileId, staffId, kind).ifPresent(other -> {
                throw ReadRevision.overtaken(other);
            });
        }
    }

    @Scheduled(fixedDelayString = "PT5M")
    void sweep() {
        database.sql("delete from draft where saved_at <= :since")
                .param("since", oldest())
                .update();
    }

    @EventHandler
    void on(CaseFileErased erased) {
        database.sql("delete from draft where file_id = :file")
                .param("file", erased.fileId())
                .update();
    }

    private OffsetDateTime oldest() {
        return clock.now().minus(KEPT_FOR).atOffset(ZoneOffset.UTC);
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getObject("draft_id", UUID.class),
                Sealed.ofCompact(row.getString("draft")),
                Cells.instant(row, "saved_at"));
    }
}
