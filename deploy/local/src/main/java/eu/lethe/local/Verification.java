package eu.lethe.local;

import eu.lethe.contracts.certificate.CertificateVerifier;
import eu.lethe.contracts.certificate.KeptHead;
import eu.lethe.contracts.certificate.Verdict;
import java.io.PrintStream;
import java.util.Locale;

/** Understands {@code ./lethe verify}: nothing is asked of any service, so it works where no stack runs. */
final class Verification {
    private final AnchorFile anchor;
    private final PrintStream out;
    private final PrintStream err;

    Verification(AnchorFile anchor, PrintStream out, PrintStream err) {
        this.anchor = anchor;
        this.out = out;
        this.err = err;
    }

    boolean holds(Command.Verify verify) {
        KeptHead kept = verify.head()
                .map(head -> new KeptHead(
                        AnchorFile.text(head),
                        verify.growth().map(AnchorFile::text).orElse(null),
                        verify.witness().map(AnchorFile::text).orElse(null)))
                .orElse(null);
        Verdict verdict = CertificateVerifier.verify(AnchorFile.bytes(verify.file()), anchor.jwk(), kept);
        PrintStream where = verdict.valid() ? out : err;
        say(
                where,
                verdict,
                Locale.FRENCH,
                verdict.valid() ? "Le certificat est valable." : "Le certificat n’est pas valable.");
        where.println();
        say(
                where,
                verdict,
                Locale.ENGLISH,
                verdict.valid() ? "The certificate holds." : "The certificate does not hold.");
        return verdict.valid();
    }

    private static void say(PrintStream where, Verdict verdict, Locale language, String first) {
        where.println(first);
        verdict.findings(language).forEach(finding -> where.println("  " + finding));
    }
}
