package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Understands putting a backup in the place of what a stopped stack keeps. What stood there is moved aside and is a backup itself. While
 * it is half done a file says so, and nothing starts; done again, it goes on where it was.
 */
final class Restore {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'before-restore-'yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StateDirectory state;
    private final Path arriving;

    Restore(StateDirectory state) {
        this.state = state;
        this.arriving = state.root().resolve("restoring");
    }

    /** The backup has been found whole. */
    void putBack(Backup backup, Progress progress) throws IOException {
        bring(backup);
        Backup aside = aside();
        CarriedLedger.in(state).takeFrom(state.kafka(), progress);
        for (FileTree kept : state.kept()) {
            exchange(kept, aside);
        }
        bringClock(backup);
        aside.describe(state);
        Files.delete(state.unfinishedRestore());
        new FileTree(arriving).delete();
        progress.say(
                "What stood there before lies in %s: ./lethe restore puts that back, too. Delete it when you no longer need it."
                        .formatted(aside.directory()));
    }

    private void bring(Backup backup) throws IOException {
        new FileTree(arriving).delete();
        List<FileTree> copies =
                state.kept().stream().map(backup::of).filter(FileTree::exists).toList();
        Backup.requireRoom(state.root(), copies);
        FileTree.makeDirectory(arriving);
        for (FileTree copy : copies) {
            copy.copyTo(arriving.resolve(copy.root().getFileName()));
        }
    }

    /** Business time never goes back: what fell due since the backup stays due. */
    private void bringClock(Backup backup) throws IOException {
        FileTree then = backup.of(new FileTree(state.clock()));
        if (!Files.exists(state.clock()) && then.exists()) {
            then.copyTo(state.clock());
        }
    }

    /** Where it is named already, an earlier attempt was cut short. */
    private Backup aside() throws IOException {
        if (!Files.exists(state.unfinishedRestore())) {
            WholeFile.write(state.unfinishedRestore(), freeName() + "\n");
        }
        String name = Files.readString(state.unfinishedRestore()).strip();
        var aside = new Backup(state.root().resolve(name));
        FileTree.makeDirectory(aside.directory());
        return aside;
    }

    /** Of no earlier restore, were it of the same second. */
    private String freeName() {
        String name = NAME.format(Instant.now());
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name : name + "-" + number)
                .filter(free -> !Files.exists(state.root().resolve(free)))
                .findFirst()
                .orElseThrow();
    }

    private void exchange(FileTree present, Backup aside) throws IOException {
        FileTree kept = aside.of(present);
        if (present.exists()) {
            if (kept.exists()) {
                // of the attempt that was cut short
                present.delete();
            } else {
                Files.move(present.root(), kept.root());
            }
        }
        var arrived = new FileTree(arriving.resolve(present.root().getFileName()));
        if (arrived.exists()) {
            Files.move(arrived.root(), present.root());
        }
    }
}
