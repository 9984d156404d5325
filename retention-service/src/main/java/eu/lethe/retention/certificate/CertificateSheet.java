package eu.lethe.retention.certificate;

import eu.lethe.contracts.certificate.CertificateDocument;
import eu.lethe.contracts.certificate.ErasureCertificate;
import eu.lethe.platform.document.DocumentWords;
import eu.lethe.platform.document.Page;
import eu.lethe.platform.document.PdfDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays a certificate out for a person who reads it, in French or in English. It says what the file says, and no more. */
final class CertificateSheet {

    private final ErasureCertificate certificate;
    private final long index;
    private final String keyId;
    private final DocumentWords words;
    private final DateTimeFormatter days;
    private final DateTimeFormatter moments;
    private final Page page;

    CertificateSheet(CertificateDocument file, String keyId, Locale reader, ZoneId zone) {
        this.certificate = file.stated();
        this.index = file.index();
        this.keyId = keyId;
        this.words = DocumentWords.of("messages.certificate", reader);
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.language());
        this.moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(words.language())
                .withZone(zone);
        this.page = new Page(words.language(), word("title"), word("subject"));
    }

    /** The document. */
    byte[] pdf() {
        page.lead(
                        certificate.persons() == 1
                                ? word("lead.one")
                                : word("lead.many").formatted(certificate.persons()))
                .paragraph(word("names"));
        what();
        rules();
        removed();
        horizon();
        others();
        limits();
        page.section(word("check")).paragraph(word("check.text")).facts(Map.of(word("check.key"), keyId));
        return PdfDocument.of(page);
    }

    private void what() {
        var facts = new LinkedHashMap<String, String>();
        facts.put(word("number"), certificate.certificateId().toString());
        facts.put(word("place"), word("place.text").formatted(index + 1));
        facts.put(word("issued"), moments.format(certificate.issuedAt()));
        facts.put(word("erasure"), certificate.erasureId().toString());
        facts.put(word("reason"), word("reason." + certificate.reason()));
        var takenUp = certificate.takenUp();
        if (takenUp != null) {
            facts.put(
                    word("takenUp"), word("takenUp.text").formatted(moments.format(takenUp.at()), takenUp.erasureId()));
        }
        var decided = certificate.decided();
        if (decided != null) {
            facts.put(
                    word("decided"),
                    word("decided.text")
                            .formatted(word("role." + decided.askedBy()), word("role." + decided.approvedBy())));
        }
        page.section(word("what")).facts(facts);
    }

    private void rules() {
        var rules = certificate.byRule().stream()
                .filter(rule -> rule.legalSource() != null)
                .map(rule -> List.of(
                        Objects.requireNonNullElse(isEnglish() ? rule.english() : rule.french(), rule.code()),
                        Integer.toString(rule.count()),
                        Objects.requireNonNullElse(rule.legalSource(), "–")))
                .toList();
        if (!rules.isEmpty()) {
            page.section(word("why")).table(List.of(word("rule"), word("persons"), word("source")), rules);
        }
    }

    private void removed() {
        page.section(word("removed"))
                .table(
                        List.of(word("compartment"), word("keys")),
                        certificate.byCompartment().stream()
                                .map(one -> List.of(word("compartment." + one.code()), Integer.toString(one.count())))
                                .toList());
    }

    private void horizon() {
        var horizon = certificate.horizon();
        var facts = new LinkedHashMap<String, String>();
        facts.put(word("horizon.live"), between(horizon.removedFrom(), horizon.removedTo()));
        facts.put(
                word("horizon.backup"),
                horizon.epochs().stream()
                        .map(epoch ->
                                word("horizon.epoch").formatted(moments.format(epoch.destroyedAt()), epoch.epoch()))
                        .collect(Collectors.joining(", ")));
        var verified = certificate.verified();
        facts.put(
                word("verified"),
                word("verified.text")
                        .formatted(verified.rowsAbsent(), verified.leasesRefused(), verified.sampleUnreadable()));
        page.section(word("horizon")).facts(facts);
    }

    private String between(LocalDate first, LocalDate last) {
        return first.equals(last)
                ? days.format(first)
                : word("horizon.days").formatted(days.format(first), days.format(last));
    }

    private void others() {
        var confirmed = certificate.confirmedBy().stream()
                .map(one -> List.of(
                        word("service." + one.by()),
                        word("answer.gone")
                                .formatted(moment(one.prunedAt() == null ? one.purgedAt() : one.prunedAt()))));
        var notified = certificate.notified().stream().map(one -> List.of(one, word("answer.none")));
        page.section(word("others"))
                .table(
                        List.of(word("service"), word("answer")),
                        Stream.concat(confirmed, notified).toList());
        var late = certificate.late();
        if (late != null && !late.isEmpty()) {
            page.paragraph(word("late")
                    .formatted(late.stream()
                            .map(service -> word("service." + service))
                            .collect(Collectors.joining(", "))));
        }
    }

    private void limits() {
        var french = certificate.limitsInFrench();
        var limits = isEnglish() || french == null ? certificate.limits() : french;
        var unknown = certificate.knownByHash();
        if (limits.isEmpty() && unknown == null) {
            return;
        }
        page.section(word("limits"));
        if (unknown != null) {
            page.paragraph(word("knownByHash").formatted(unknown));
        }
        if (!limits.isEmpty()) {
            page.list(limits);
        }
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "–" : moments.format(at);
    }

    private boolean isEnglish() {
        return words.language().equals(Locale.ENGLISH);
    }

    private String word(String key) {
        return words.word(key);
    }
}
