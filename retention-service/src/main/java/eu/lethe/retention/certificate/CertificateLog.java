package eu.lethe.retention.certificate;

import eu.lethe.platform.rows.Cells;
import eu.lethe.retention.epoch.TreeEntry;
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

    /** The list, in order: also of certificates that this database, having been put back, knows by their hashes alone. */
    List<TreeEntry> entries() {
        return database.sql("select leaf_hash, tree_head from certificate_leaf order by leaf_index")
                .query((row, _) -> TreeEntry.of(row.getBytes(1), row.getString(2)))
                .list();
    }

    /** How many there are in the list. */
    int size() {
        return database.sql("select count(*) from certificate_leaf")
                .query(Integer.class)
                .single();
    }

    /** How many of the list this database knows by their hashes alone. */
    int knownByHash() {
        return size()
                - database.sql("select count(*) from certificate")
                        .query(Integer.class)
                        .single();
    }

    /** The signed heads beyond a size, the next ones first. */
    List<String> heads(long after, int limit) {
        return database.sql(
                        "select tree_head from certificate_leaf where leaf_index >= :after order by leaf_index limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Takes up what the list has and this database lacks. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(int behind, List<TreeEntry> list) {
        for (var index = behind; index < list.size(); index++) {
            grow(index, list.get(index).leafHash(), list.get(index).treeHead());
        }
    }

    private void grow(long index, byte[] leafHash, String treeHead) {
        database.sql("insert into certificate_leaf (leaf_index, leaf_hash, tree_head) values (:index, :leaf, :head)")
                .param("index", index)
                .param("leaf", leafHash)
                .param("head", treeHead)
                .update();
    }

    /** Adds a certificate, by which the list has a new head. */
    void append(Listed certificate, TreeEntry entry, byte[] document) {
        grow(certificate.index(), entry.leafHash(), entry.treeHead());
        database.sql("""
                        insert into certificate
                               (leaf_index, certificate_id, erasure_id, document, persons, keys, issued_at)
                        values (:index, :certificate, :erasure, :document, :persons, :keys, :issued)""")
                .param("index", certificate.index())
                .param("certificate", certificate.certificateId())
                .param("erasure", certificate.erasureId())
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

    /** Its place in the list, from 0. */
    Optional<Long> place(UUID certificateId) {
        return database.sql("select leaf_index from certificate where certificate_id = :certificate")
                .param("certificate", certificateId)
                .query(Long.class)
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
