package eu.lethe.contracts.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Understands what a certificate that holds tells its reader. */
final class Findings {

    private Findings() {}

    static List<Finding> of(ErasureCertificate certificate, long index, TreeHead head) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("Signé par la clé de l’agence ; intact.", "Signed by the agency's key; unaltered."));
        findings.add(new Finding(
                "Numéro %d de la liste des certificats de l’agence, qui en comptait %d à %s."
                        .formatted(index + 1, head.size(), head.at()),
                "Number %d in the agency's list of certificates, which held %d at %s."
                        .formatted(index + 1, head.size(), head.at())));
        findings.add(new Finding(
                "Certificat %s de l’effacement %s (%s), établi à %s."
                        .formatted(
                                certificate.certificateId(),
                                certificate.erasureId(),
                                certificate.reason(),
                                certificate.issuedAt()),
                "Certificate %s of erasure %s (%s), issued at %s."
                        .formatted(
                                certificate.certificateId(),
                                certificate.erasureId(),
                                certificate.reason(),
                                certificate.issuedAt())));
        origin(certificate, findings);
        removal(certificate, findings);
        others(certificate, findings);
        limits(certificate, findings);
        return findings;
    }

    /** That the list was neither cut nor rewritten between two heads. */
    static Finding ofGrowth(TreeHead kept, TreeHead own, boolean byWitness) {
        var who = byWitness
                ? new Finding("la tête contresignée par le témoin", "the head countersigned by the witness")
                : new Finding("la tête que vous aviez gardée", "the head that you kept");
        return new Finding(
                "Entre %s (%d certificats) et celle du certificat (%d), rien n’a été retiré de la liste ni changé."
                        .formatted(who.french(), kept.size(), own.size()),
                "Between %s (%d certificates) and the certificate's own (%d) nothing was taken from the list or changed."
                        .formatted(who.english(), kept.size(), own.size()));
    }

    private static void origin(ErasureCertificate certificate, List<Finding> findings) {
        var takenUp = certificate.takenUp();
        if (takenUp != null) {
            findings.add(new Finding(
                    "Repris après une restauration à %s : la base ne connaissait plus l’effacement %s, qui avait retiré les clés ; le registre des clés retirées le connaissait."
                            .formatted(takenUp.at(), takenUp.erasureId()),
                    "Taken up after a restore at %s: the database no longer knew erasure %s, which had removed the keys; the ledger of removed keys did."
                            .formatted(takenUp.at(), takenUp.erasureId())));
        }
        var decided = certificate.decided();
        if (decided != null) {
            findings.add(new Finding(
                    "Demandé par une personne (rôle %s), approuvé par une autre (rôle %s)."
                            .formatted(decided.askedBy(), decided.approvedBy()),
                    "Asked for by one person (role %s), approved by another (role %s)."
                            .formatted(decided.askedBy(), decided.approvedBy())));
        }
        for (var rule : certificate.byRule()) {
            if (rule.legalSource() != null) {
                findings.add(new Finding(
                        "Règle « %s », %d personne(s) ; source : %s."
                                .formatted(rule.french(), rule.count(), rule.legalSource()),
                        "Rule \"%s\", %d person(s); source: %s."
                                .formatted(rule.english(), rule.count(), rule.legalSource())));
            }
        }
    }

    private static void removal(ErasureCertificate certificate, List<Finding> findings) {
        var horizon = certificate.horizon();
        findings.add(new Finding(
                "%d clé(s) de %d personne(s) ont été retirées entre le %s et le %s : ce qu’elles scellaient est illisible."
                        .formatted(
                                certificate.keys(), certificate.persons(), horizon.removedFrom(), horizon.removedTo()),
                "%d key(s) of %d person(s) were removed between %s and %s: what they sealed is unreadable."
                        .formatted(
                                certificate.keys(),
                                certificate.persons(),
                                horizon.removedFrom(),
                                horizon.removedTo())));
        findings.add(new Finding(
                "Aucune sauvegarde ne les rend depuis la destruction des clés d’époque : "
                        + epochs(certificate, epoch -> "époque %d à %s".formatted(epoch.epoch(), epoch.destroyedAt())),
                "No backup brings them back since the epoch keys were destroyed: "
                        + epochs(
                                certificate, epoch -> "epoch %d at %s".formatted(epoch.epoch(), epoch.destroyedAt()))));
    }

    private static String epochs(
            ErasureCertificate certificate, Function<ErasureCertificate.DestroyedEpoch, String> sentence) {
        return certificate.horizon().epochs().stream().map(sentence).collect(Collectors.joining(", ", "", "."));
    }

    private static void others(ErasureCertificate certificate, List<Finding> findings) {
        if (!certificate.confirmedBy().isEmpty()) {
            var names = certificate.confirmedBy().stream()
                    .map(ErasureCertificate.Confirmation::by)
                    .collect(Collectors.joining(", "));
            findings.add(new Finding("Confirmé par : " + names + ".", "Confirmed by: " + names + "."));
        }
        if (!certificate.notified().isEmpty()) {
            var names = String.join(", ", certificate.notified());
            findings.add(new Finding(
                    "Prévenus, et sans confirmation de : " + names + ".",
                    "Notified, and not confirmed by: " + names + "."));
        }
        var late = certificate.late();
        if (late != null && !late.isEmpty()) {
            var names = String.join(", ", late);
            findings.add(new Finding(
                    "Les clés ont été retirées sans attendre plus longtemps qui n’avait pas traité la suspension : "
                            + names + ".",
                    "Keys were removed without waiting any longer for who had not caught up with the suspension: "
                            + names + "."));
        }
    }

    private static void limits(ErasureCertificate certificate, List<Finding> findings) {
        var unknown = certificate.knownByHash();
        if (unknown != null) {
            findings.add(new Finding(
                    "La base de l’agence a été remise à un jour plus ancien : elle ne connaît %d certificat(s) de la liste que par leur empreinte, et celui-ci peut être le second de son effacement."
                            .formatted(unknown),
                    "The agency's database was put back to an older day: it knows %d certificate(s) of the list by their hashes alone, and this one may be the second of its erasure."
                            .formatted(unknown)));
        }
        var french = certificate.limitsInFrench();
        for (var place = 0; place < certificate.limits().size(); place++) {
            var english = certificate.limits().get(place);
            findings.add(new Finding(french != null && place < french.size() ? french.get(place) : english, english));
        }
    }
}
