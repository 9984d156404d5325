package eu.lethe.local;

import eu.lethe.contracts.certificate.Anchor;
import eu.lethe.contracts.certificate.Finding;
import eu.lethe.contracts.certificate.Refusal;
import eu.lethe.contracts.certificate.WitnessKey;
import eu.lethe.contracts.certificate.WitnessLog;
import eu.lethe.local.stack.StackProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Understands {@code ./lethe witness}: somebody other than the agency keeps a key and a log of their own, and countersigns a head
 * only if it follows from the last one. It asks nothing of any service.
 */
final class Countersigning {
    private final AnchorFile anchor;
    private final PrintStream out;
    private final PrintStream err;

    Countersigning(AnchorFile anchor, PrintStream out, PrintStream err) {
        this.anchor = anchor;
        this.out = out;
        this.err = err;
    }

    boolean isDone(Command.Witness witness) {
        Anchor agency;
        try {
            agency = Anchor.ofJwk(anchor.jwk());
        } catch (IllegalArgumentException notAKey) {
            return refused(Refusal.NOT_AN_ANCHOR.finding());
        }
        var log = new WitnessLog(agency, key(witness.key()));
        var last = Files.exists(witness.log()) ? AnchorFile.text(witness.log()) : null;
        var outcome = log.next(
                last,
                AnchorFile.text(witness.head()),
                witness.growth().map(AnchorFile::text).orElse(null),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        return switch (outcome) {
            case WitnessLog.Outcome.Refused(var why) -> refused(why.finding());
            case WitnessLog.Outcome.Known(var size) -> {
                out.println("Rien à contresigner\u00a0: cette tête de %d certificats suit déjà de ce qui l’a été."
                        .formatted(size));
                out.println("Nothing to countersign: this head of %d certificates is contained in what was."
                        .formatted(size));
                yield true;
            }
            case WitnessLog.Outcome.Countersigned(var statement, var size) -> {
                write(witness.log(), statement + "\n");
                out.println(
                        "Contresignée\u00a0: une tête de %d certificats, ajoutée à %s.".formatted(size, witness.log()));
                out.println("Countersigned: a head of %d certificates, added to %s.".formatted(size, witness.log()));
                yield true;
            }
        };
    }

    private boolean refused(Finding why) {
        err.println("Rien n’a été contresigné. " + why.french());
        err.println("Nothing was countersigned. " + why.english());
        return false;
    }

    /** Made once; its public half lies beside it, to be given to whoever checks. */
    private WitnessKey key(Path file) {
        if (Files.exists(file)) {
            try {
                return WitnessKey.ofJwk(AnchorFile.text(file));
            } catch (IllegalArgumentException notAKey) {
                throw new StackProblem(
                        "%s is no private key of a witness: name another file with --key, and one is made."
                                .formatted(file),
                        notAKey);
            }
        }
        var made = WitnessKey.make();
        var published = file.resolveSibling(file.getFileName() + ".pub");
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException full) {
            throw cannotWrite(file, full);
        }
        write(file, made.toJwk());
        write(published, made.publicJwk());
        out.println("Une clé de témoin a été créée\u00a0: gardez %s pour vous, donnez %s à qui vérifie."
                .formatted(file, published));
        out.println(
                "A witness's key was made: keep %s to yourself, give %s to whoever checks.".formatted(file, published));
        return made;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(
                    file,
                    text,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException full) {
            throw cannotWrite(file, full);
        }
    }

    private static StackProblem cannotWrite(Path file, IOException why) {
        return new StackProblem("%s cannot be written: check the disk and the permissions.".formatted(file), why);
    }
}
