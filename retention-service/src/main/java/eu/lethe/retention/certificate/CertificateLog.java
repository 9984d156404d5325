package eu.lethe.retention.certificate;

import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Understands the list of certificates, in the order of the Merkle tree. It only grows. */
@Component
class CertificateLog {

    /** One certificate, as it is listed. */
    record Listed(UUID certificateId, UUID erasureId, long index, Instant issuedAt, int persons, int keys) {}

    private static final String LISTED = "certificate_id, erasure_id, leaf_index, issued_at, persons, keys";

    private final JdbcClient database;

    CertificateLog(JdbcClient database) {
        this.database = database;
    }

    /** Lets nobody else append until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('lethe.certificate'))")
                .query()
                .listOfRows();
    }

    /** The hashes of all leaves, in order. */
    List<byte[]> leaves() {
        return database.sql("select leaf_hash from certificate order by leaf_index")
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    void append(Listed certificate, byte[] leafHash, byte[] document) {
        database.sql("""
                        insert into certificate
                               (leaf_index, certificate_id, erasure_id, leaf_hash, document, persons, keys, issued_at)
                        values (:index, :certificate, :erasure, :leaf, :document, :persons, :keys, :issued)""")
                .param("index", certificate.index())
                .param("certificate", certificate.certificateId())
                .param("erasure", certificate.erasureId())
                .param("leaf", leafHash)
                .param("document", document)
                .param("persons", certificate.persons())
                .param("keys", certificate.keys())
                .param("issued", certificate.issuedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<UUID> ofErasure(UUID erasureId) {
        return database.sql("select certificate_id from certificate where erasure_id = :erasure")
                .param("erasure", erasureId)
                .query(UUID.class)
                .optional();
    }

    /** The document as it was handed out first. */
    Optional<byte[]> document(UUID certificateId) {
        return database.sql("select document from certificate where certificate_id = :certificate")
                .param("certificate", certificateId)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** All, the latest first. */
    List<Listed> all() {
        return database.sql("select " + LISTED + " from certificate order by leaf_index desc")
                .query(CertificateLog::row)
                .list();
    }

    private static Listed row(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getObject("certificate_id", UUID.class),
                row.getObject("erasure_id", UUID.class),
                row.getLong("leaf_index"),
                Cells.instant(row, "issued_at"),
                row.getInt("persons"),
                row.getInt("keys"));
    }
}
