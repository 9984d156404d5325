package eu.lethe.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Understands whether a text stands anywhere below a directory in clear: in data files, the write-ahead log, Kafka's
 * segments, logs; as UTF-8, UTF-16 or base64 at any alignment.
 */
final class ClearTextSweep {

    private static final int CHUNK = 8 * 1024 * 1024;
    private static final byte[] NOTHING = new byte[CHUNK];

    private ClearTextSweep() {}

    /** The files that hold the text. */
    static List<Path> filesWith(String text, Path directory) {
        var needles = spellings(text);
        var overlap = needles.stream().mapToInt(String::length).max().orElseThrow() - 1;
        var found = new ArrayList<Path>();
        try (var files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, needles, overlap))
                    .forEach(found::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static List<String> spellings(String text) {
        var spellings = new ArrayList<String>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            spellings.add(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1));
        }
        // the first and last characters of a base64 run depend on the neighbours: the middle does not
        for (var alignment = 0; alignment < 3; alignment++) {
            var padded = "x".repeat(alignment) + text;
            var encoded = Base64.getEncoder().withoutPadding().encodeToString(padded.getBytes(StandardCharsets.UTF_8));
            spellings.add(encoded.substring(4, encoded.length() - 4));
        }
        return spellings;
    }

    private static boolean holds(Path file, List<String> needles, int overlap) {
        try (var input = Files.newInputStream(file)) {
            var window = new byte[0];
            while (true) {
                var next = input.readNBytes(CHUNK);
                if (next.length == 0) {
                    return false;
                }
                if (Arrays.equals(next, 0, next.length, NOTHING, 0, next.length)) {
                    // the broker's index files are mostly holes
                    window = new byte[0];
                    continue;
                }
                var bytes = Arrays.copyOf(window, window.length + next.length);
                System.arraycopy(next, 0, bytes, window.length, next.length);
                // ISO 8859-1 maps bytes to characters one to one, and String searches with vector instructions
                var haystack = new String(bytes, StandardCharsets.ISO_8859_1);
                if (needles.stream().anyMatch(haystack::contains)) {
                    return true;
                }
                window = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - overlap), bytes.length);
            }
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
