package eu.lethe.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands which files a directory holds, and what is in each, in a list that {@code sha256sum -c} checks as well.
 *
 * @param byPath the SHA-256 of each, in hexadecimal, by its path in the directory
 */
record Checksums(SortedMap<String, String> byPath) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    /** Of all files in a directory but its list itself. */
    static Checksums of(Path directory, Path list) throws IOException {
        var found = new TreeMap<String, String>();
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                if (!path.equals(list)) {
                    found.put(directory.relativize(path).toString(), of(path));
                }
            }
        }
        return new Checksums(found);
    }

    /** Of one file. */
    static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** As the list has them; empty when it is no such list. */
    static Optional<Checksums> readFrom(Path list) throws IOException {
        var listed = new TreeMap<String, String>();
        for (String line : Files.readAllLines(list)) {
            var entry = LINE.matcher(line);
            if (!entry.matches()) {
                return Optional.empty();
            }
            listed.put(entry.group(2), entry.group(1));
        }
        return listed.isEmpty() ? Optional.empty() : Optional.of(new Checksums(listed));
    }

    void writeTo(Path list) throws IOException {
        var lines = new StringBuilder();
        for (Map.Entry<String, String> entry : byPath.entrySet()) {
            lines.append(entry.getValue()).append("  ").append(entry.getKey()).append('\n');
        }
        WholeFile.write(list, lines);
    }

    /** The first file that one has and the other has not, or has otherwise. */
    Optional<String> firstDifference(Checksums other) {
        var paths = new TreeSet<>(byPath.keySet());
        paths.addAll(other.byPath.keySet());
        return paths.stream()
                .filter(path -> !byPath.getOrDefault(path, "").equals(other.byPath.getOrDefault(path, "")))
                .findFirst();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
