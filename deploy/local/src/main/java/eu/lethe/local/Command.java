package eu.lethe.local;

import eu.lethe.local.stack.BusinessClockFile;
import java.nio.file.Path;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Understands what a person typed after {@code ./lethe}. */
sealed interface Command {

    /** Start all of it; stay in the foreground unless detached. */
    record Up(boolean detach) implements Command {}

    /** Stop all of it. */
    record Down() implements Command {}

    /** Stop all of it and forget its state. */
    record Reset(boolean confirmed) implements Command {}

    /** Copy what it keeps, without the keys, into a new directory. */
    record BackUp(Path directory) implements Command {}

    /** Put such a copy in the place of what it keeps. */
    record Restore(Path directory, boolean confirmed) implements Command {}

    /** Tell how it is. */
    record Status(boolean json) implements Command {}

    /** Show the end of one log, or of each; and what is added to it. */
    record Logs(Optional<String> component, boolean follow) implements Command {}

    /** Print a bearer token. */
    record Token(String name) implements Command {}

    /** Move the business clock forward. */
    record Clock(TemporalAmount amount) implements Command {}

    /**
     * Check a certificate of erasure against the agency's key.
     *
     * @param head of the list, kept from another day
     * @param growth the proof that joins it with the certificate's own head
     * @param witness the public key of who countersigned the head
     */
    record Verify(Path file, Optional<Path> anchor, Optional<Path> head, Optional<Path> growth, Optional<Path> witness)
            implements Command {}

    /**
     * Countersign a head of the list of certificates, as a witness.
     *
     * @param log where the witness keeps what they countersigned
     * @param key the witness's own private key, made if it is not there
     * @param growth the proof that joins it with the head that was countersigned last
     */
    record Witness(Path head, Path log, Path key, Optional<Path> anchor, Optional<Path> growth) implements Command {}

    /** Show what can be typed. */
    record Help() implements Command {}

    /** Reads the words. */
    static Command parse(List<String> words) {
        if (words.isEmpty()) {
            return new Help();
        }
        var rest = new ArrayList<>(words.subList(1, words.size()));
        Command command = switch (words.getFirst()) {
            case "up" -> new Up(rest.remove("--detach"));
            case "down" -> new Down();
            case "reset" -> new Reset(rest.remove("--yes"));
            case "backup" ->
                new BackUp(
                        Path.of(next(rest, "backup needs a directory, for example ./lethe backup /media/safe/monday")));
            case "restore" -> {
                boolean confirmed = rest.remove("--yes");
                yield new Restore(
                        Path.of(next(rest, "restore needs a backup, for example ./lethe restore /media/safe/monday")),
                        confirmed);
            }
            case "status" -> new Status(rest.remove("--json"));
            case "logs" -> {
                boolean follow = rest.remove("--follow") || rest.remove("-f");
                yield new Logs(rest.isEmpty() ? Optional.empty() : Optional.of(rest.removeFirst()), follow);
            }
            case "token" -> new Token(next(rest, "token needs an account, for example ./lethe token worker"));
            case "clock" ->
                new Clock(
                        BusinessClockFile.amount(next(rest, "clock needs an amount, for example ./lethe clock +P2Y")));
            case "verify" -> {
                Optional<Path> anchor = file(rest, "--anchor");
                Optional<Path> head = file(rest, "--head");
                Optional<Path> growth = file(rest, "--growth");
                Optional<Path> witness = file(rest, "--witness");
                if (head.isEmpty() && (growth.isPresent() || witness.isPresent())) {
                    throw new NotUnderstood("--growth and --witness belong to a head: name it with --head");
                }
                yield new Verify(
                        Path.of(next(rest, "verify needs a file, for example ./lethe verify certificate.json")),
                        anchor,
                        head,
                        growth,
                        witness);
            }
            case "witness" -> {
                Optional<Path> anchor = file(rest, "--anchor");
                Optional<Path> growth = file(rest, "--growth");
                Path log = file(rest, "--log")
                        .orElseThrow(
                                () -> new NotUnderstood("witness needs --log, a file to add what is countersigned to"));
                Path key = file(rest, "--key")
                        .orElseThrow(() -> new NotUnderstood("witness needs --key, a file for the witness's own key"));
                yield new Witness(
                        Path.of(next(rest, "witness needs a head, for example ./lethe witness head.jws")),
                        log,
                        key,
                        anchor,
                        growth);
            }
            case "help", "--help", "-h" -> new Help();
            default -> throw new NotUnderstood("There is no command '" + words.getFirst() + "'");
        };
        if (!rest.isEmpty()) {
            throw new NotUnderstood("'%s' does not belong after %s".formatted(rest.getFirst(), words.getFirst()));
        }
        return command;
    }

    private static String next(List<String> rest, String otherwise) {
        if (rest.isEmpty()) {
            throw new NotUnderstood(otherwise);
        }
        return rest.removeFirst();
    }

    private static Optional<Path> file(List<String> rest, String name) {
        return option(rest, name).map(Path::of);
    }

    private static Optional<String> option(List<String> rest, String name) {
        int at = rest.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        rest.remove(at);
        if (at == rest.size()) {
            throw new NotUnderstood(name + " needs a file after it");
        }
        return Optional.of(rest.remove(at));
    }

    /** The words make no command. */
    final class NotUnderstood extends RuntimeException {

        NotUnderstood(String message) {
            super(message);
        }
    }
}
