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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Understands which texts stand anywhere below a directory in clear: in data files, the write-ahead log, Kafka's segments,
 * logs; as UTF-8, UTF-16 or base64 at any alignment. All are looked for in one reading of the files.
 */
final class ClearTextSweep {

    private static final int CHUNK = 1024 * 1024;
    private static final byte[] NOTHING = new byte[CHUNK];

    private final Map<String, List<String>> spellings = new HashMap<>();
    private final Map<String, List<Path>> found = new HashMap<>();
    private final int overlap;
    private final byte[] window;

    private ClearTextSweep(List<String> texts) {
        texts.forEach(text -> spellings.put(text, spellings(text)));
        texts.forEach(text -> found.put(text, new ArrayList<>()));
        overlap = spellings.values().stream()
                        .flatMap(List::stream)
                        .mapToInt(String::length)
                        .max()
                        .orElseThrow()
                - 1;
        window = new byte[overlap + CHUNK];
    }

    /** The files that hold each of the texts. */
    static Map<String, List<Path>> filesWith(Path directory, String... texts) {
        var sweep = new ClearTextSweep(List.of(texts));
        try (var files = Files.walk(directory)) {
            files.filter(Files::isRegularFile).forEach(sweep::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sweep.found;
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

    private void read(Path file) {
        try (var input = Files.newInputStream(file)) {
            var kept = 0;
            while (true) {
                var next = input.readNBytes(window, kept, CHUNK);
                if (next == 0) {
                    return;
                }
                if (Arrays.equals(window, kept, kept + next, NOTHING, 0, next)) {
                    // the broker's index files are mostly holes
                    kept = 0;
                    continue;
                }
                // ISO 8859-1 maps bytes to characters one to one, and String searches with vector instructions
                note(file, new String(window, 0, kept + next, StandardCharsets.ISO_8859_1));
                var end = kept + next;
                kept = Math.min(overlap, end);
                System.arraycopy(window, end - kept, window, 0, kept);
            }
        } catch (NoSuchFileException gone) {
            // nothing is in it
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void note(Path file, String haystack) {
        found.forEach((text, files) -> {
            if (!files.contains(file)
                    && spellings.getOrDefault(text, List.of()).stream().anyMatch(haystack::contains)) {
                files.add(file);
            }
        });
    }
}
