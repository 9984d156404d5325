package eu.lethe.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Understands how far a load has come, so that a killed one continues: places in the plan and ids, one line each, in order;
 * never a name. A last line that was cut off does not count.
 */
final class LoadJournal {

    private final Path file;
    private final boolean continues;
    private final Map<String, String> done = new ConcurrentHashMap<>();

    LoadJournal(Path file) {
        this.file = file;
        this.continues = Files.exists(file);
        readBack();
    }

    /** The day that the plan counts from: the one it began with, however long the load takes. */
    LocalDate today(LocalDate now) {
        var known = done.get("today");
        if (known != null) {
            return LocalDate.parse(known);
        }
        write("today", now.toString());
        return now;
    }

    boolean isComplete() {
        return done.containsKey("complete");
    }

    void complete() {
        write("complete", "1");
    }

    /** Whether an earlier load left this journal: what it did last may be missing from it. */
    boolean continues() {
        return continues;
    }

    Optional<String> id(String what, int index) {
        return Optional.ofNullable(done.get(what + "-" + index));
    }

    void id(String what, int index, String id) {
        write(what + "-" + index, id);
    }

    /** How many of the person's contacts are known to be recorded. */
    int contacts(int index) {
        return Integer.parseInt(done.getOrDefault("contacts-" + index, "0"));
    }

    void contacts(int index, int count) {
        write("contacts-" + index, Integer.toString(count));
    }

    private synchronized void write(String key, String value) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, key + " " + value + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            done.put(key, value);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo data's journal cannot be written: is the disk full?", e);
        }
    }

    private void readBack() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
            for (var line : (Iterable<String>) whole.lines()::iterator) {
                var parts = List.of(line.split(" "));
                done.put(parts.getFirst(), parts.getLast());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo data's journal cannot be read.", e);
        }
    }
}
