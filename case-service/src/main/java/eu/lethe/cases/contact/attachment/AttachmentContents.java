package eu.lethe.cases.contact.attachment;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.journal.Warrant;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Sealer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Understands what documents contain: sealed as a stream while they arrive, so that neither a whole document nor anything in
 * clear is ever put down. What no contact has claimed within an hour is swept away.
 */
@Component
public class AttachmentContents {

    private static final SealedField<InputStream> CONTENT =
            new SealedField<>("content", Compartment.NARRATIVE, InputStream.class);

    private final JdbcClient database;
    private final AttachmentChunks chunks;
    private final Sealer sealer;
    private final Opener opener;

    AttachmentContents(JdbcClient database, AttachmentChunks chunks, Sealer sealer, Opener opener) {
        this.database = database;
        this.chunks = chunks;
        this.sealer = sealer;
        this.opener = opener;
    }

    /** Seals and stores what comes, until it ends. It is kept once a contact claims it. */
    public void store(UUID attachmentId, UUID fileId, UUID personId, InputStream content) throws IOException {
        database.sql("insert into attachment_content (attachment_id, file_id) values (:id, :file)")
                .param("id", attachmentId)
                .param("file", fileId)
                .update();
        KeyId key;
        try (var sealed = chunks.writing(attachmentId)) {
            key = sealer.sealStream(personId, CONTENT, attachmentId, content, sealed);
        }
        database.sql("update attachment_content set key_id = :key where attachment_id = :id")
                .param("key", key.toString())
                .param("id", attachmentId)
                .update();
    }

    /** A contact claims it, in the transaction of the caller. */
    public void complete(UUID attachmentId) {
        var claimed = database.sql("update attachment_content set complete = true where attachment_id = :id")
                .param("id", attachmentId)
                .update();
        if (claimed == 0) {
            throw Problem.of(HttpStatus.CONFLICT, "conflict");
        }
    }

    /** Seals it again for another person, with whose file it goes, in the transaction of the caller. */
    public void move(UUID wrongId, UUID attachmentId, UUID fileId, UUID personId) {
        try (var content = open(wrongId, Unseen.RESEALING)) {
            store(attachmentId, fileId, personId, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        complete(attachmentId);
        delete(wrongId);
    }

    /** Deletes it, unless the document that it is of was recorded meanwhile. */
    public void deleteUnrecorded(UUID attachmentId) {
        database.sql("delete from attachment_content where attachment_id = :id and not complete")
                .param("id", attachmentId)
                .update();
    }

    /** Deletes it. */
    public void delete(UUID attachmentId) {
        database.sql("delete from attachment_content where attachment_id = :id")
                .param("id", attachmentId)
                .update();
    }

    /** Deletes all that is in a file. */
    void deleteOf(UUID fileId) {
        database.sql("delete from attachment_content where file_id = :file")
                .param("file", fileId)
                .update();
    }

    @Scheduled(fixedDelayString = "PT10M")
    void sweep() {
        database.sql("delete from attachment_content where not complete and started_at < now() - interval '1 hour'")
                .update();
    }

    /** Opens it. Its key is asked for again with each piece: once it is taken away, reading on is refused. */
    public InputStream open(UUID attachmentId, Warrant warrant) throws IOException {
        var key = database.sql("select key_id from attachment_content where attachment_id = :id")
                .param("id", attachmentId)
                .query((row, _) -> KeyId.parse(row.getString("key_id")))
                .optional()
                .orElseThrow(Problem::notFound);
        return opener.reading(warrant).openStream(CONTENT, attachmentId, key, chunks.reading(attachmentId));
    }
}
