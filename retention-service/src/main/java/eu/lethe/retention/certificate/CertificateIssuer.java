package eu.lethe.retention.certificate;

import com.nimbusds.jose.util.Base64URL;
import eu.lethe.contracts.certificate.CertificateDocument;
import eu.lethe.contracts.certificate.ErasureCertificate;
import eu.lethe.contracts.certificate.ErasureCertificate.ByRule;
import eu.lethe.contracts.certificate.ErasureCertificate.Count;
import eu.lethe.contracts.certificate.ErasureCertificate.DestroyedEpoch;
import eu.lethe.contracts.certificate.ErasureCertificate.Horizon;
import eu.lethe.contracts.certificate.MerkleTree;
import eu.lethe.contracts.certificate.SignedStatement;
import eu.lethe.contracts.certificate.TreeHead;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.platform.catalogue.Label;
import eu.lethe.retention.certificate.CertificateLog.Listed;
import eu.lethe.retention.epoch.EpochKeyStore;
import eu.lethe.retention.epoch.Epochs;
import eu.lethe.retention.epoch.EscrowInventory;
import eu.lethe.retention.epoch.SigningKeyStore;
import eu.lethe.retention.epoch.TreeEntry;
import eu.lethe.retention.keys.KeyLedger;
import eu.lethe.retention.keys.KeyLedger.Entry;
import eu.lethe.retention.lease.Lessees;
import eu.lethe.retention.schedule.RetentionSchedule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Understands how an erasure is certified: from what was verified, once, and in the list for ever. */
@Component
public class CertificateIssuer {

    private final CertificateLog log;
    private final CertificateTree tree;
    private final KeyLedger ledger;
    private final Verification verification;
    private final Epochs epochs;
    private final EpochKeyStore store;
    private final EscrowInventory escrow;
    private final SigningKeyStore signing;
    private final RetentionSchedule schedule;
    private final Lessees lessees;
    private final Clock wall = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = EventJson.mapper();

    CertificateIssuer(
            CertificateLog log,
            CertificateTree tree,
            KeyLedger ledger,
            Verification verification,
            Epochs epochs,
            EpochKeyStore store,
            EscrowInventory escrow,
            SigningKeyStore signing,
            RetentionSchedule schedule,
            Lessees lessees) {
        this.log = log;
        this.tree = tree;
        this.ledger = ledger;
        this.verification = verification;
        this.epochs = epochs;
        this.store = store;
        this.escrow = escrow;
        this.signing = signing;
        this.schedule = schedule;
        this.lessees = lessees;
    }

    /**
     * Certifies an erasure; asked again, it answers the certificate there is.
     *
     * @return the certificate's id
     * @throws IllegalStateException when a removed key is not gone after all
     * @throws eu.lethe.platform.problem.Problem 503 when the list would not continue the one that was given out
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID issue(Erased erased) {
        log.lock();
        return log.ofErasure(erased.erasureId()).orElseGet(() -> issueFirst(erased));
    }

    private UUID issueFirst(Erased erased) {
        var list = log.entries();
        tree.requireOne(list);
        var removed = ledger.of(erased.inLedger());
        var certificateId = UUID.randomUUID();
        var issuedAt = wall.instant().truncatedTo(ChronoUnit.MILLIS);
        var key = signing.signingKey();
        var certificate = SignedStatement.CERTIFICATE.sign(
                json.writeValueAsBytes(content(certificateId, issuedAt, erased, removed)),
                key.anchor().keyId(),
                key.privateKey());
        var salt = new byte[32];
        random.nextBytes(salt);
        var leaf = CertificateDocument.leafHash(salt, certificate);
        var leaves = Stream.concat(list.stream().map(TreeEntry::leafHash), Stream.of(leaf))
                .toList();
        var merkle = new MerkleTree(leaves);
        var index = list.size();
        var head = SignedStatement.TREE_HEAD.sign(
                json.writeValueAsBytes(new TreeHead(
                        leaves.size(), Base64URL.encode(merkle.root()).toString(), issuedAt)),
                key.anchor().keyId(),
                key.privateKey());
        log.append(
                new Listed(
                        certificateId,
                        erased.erasureId(),
                        index,
                        issuedAt,
                        erased.persons().size(),
                        removed.size()),
                TreeEntry.of(leaf, head),
                CertificateDocument.of(certificate, salt, index, merkle.inclusionProof(index), head)
                        .toJson());
        return certificateId;
    }

    private ErasureCertificate content(UUID certificateId, Instant issuedAt, Erased erased, List<Entry> removed) {
        var limits = limits(removed);
        return new ErasureCertificate(
                certificateId,
                erased.erasureId(),
                erased.reason(),
                issuedAt,
                erased.takenUp(),
                erased.decided(),
                erased.persons().size(),
                removed.size(),
                byRule(erased.persons()),
                counts(erased.persons(), Erased.Person::unit),
                counts(removed, entry -> entry.id().compartment().code()),
                horizon(removed),
                verification.verify(removed),
                erased.confirmations(),
                lessees.outsidersWhoLeased(erased.inLedger()),
                erased.late(),
                ledger.size(),
                Optional.of(log.knownByHash()).filter(many -> many > 0).orElse(null),
                removed.stream().map(CertificateIssuer::hash).sorted().toList(),
                limits.stream().map(Label::english).toList(),
                limits.stream().map(Label::french).toList());
    }

    private List<Label> limits(List<Entry> removed) {
        var wrappedIn = wrappedIn(removed);
        return Stream.concat(store.limits().stream(), escrow.limits(wrappedIn.getMin(), wrappedIn.getMax()).stream())
                .toList();
    }

    private static IntSummaryStatistics wrappedIn(List<Entry> removed) {
        return removed.stream().mapToInt(Entry::epoch).summaryStatistics();
    }

    private List<ByRule> byRule(List<Erased.Person> persons) {
        return counts(persons, Erased.Person::rule).stream()
                .map(one -> schedule.of(one.code())
                        .map(rule -> new ByRule(
                                one.code(),
                                one.count(),
                                rule.label().french(),
                                rule.label().english(),
                                rule.legalSource()))
                        .orElseGet(() -> new ByRule(one.code(), one.count(), null, null, null)))
                .toList();
    }

    private Horizon horizon(List<Entry> removed) {
        var days = removed.stream().map(Entry::removedOn).sorted().toList();
        var wrappedIn = wrappedIn(removed);
        var destroyed = epochs.between(wrappedIn.getMin(), wrappedIn.getMax()).stream()
                .map(epoch -> {
                    var at = epoch.destroyedAt();
                    if (at == null) {
                        throw new IllegalStateException("not certified: epoch " + epoch.number() + " is not destroyed");
                    }
                    return new DestroyedEpoch(epoch.number(), at);
                })
                .toList();
        return new Horizon(
                days.getFirst(), days.getLast(), destroyed, store.kind().code());
    }

    private static <T> List<Count> counts(Collection<T> things, Function<T, String> code) {
        return things.stream()
                .collect(Collectors.groupingBy(code, TreeMap::new, Collectors.summingInt(_ -> 1)))
                .entrySet()
                .stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String hash(Entry removed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(removed.salt()));
            return Base64URL.encode(digest.digest(removed.id().toString().getBytes(StandardCharsets.UTF_8)))
                    .toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }
}
