package eu.lethe.retention.epoch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Understands what a file says that another process may replace at any time: looked at each time, and made sense of once for as
 * long as it stays the same.
 *
 * @param <T> what it says
 */
final class FileContent<T> {

    private record Known<T>(String text, T content) {}

    private final ReplacedFile file;
    private final Function<String, Optional<T>> sense;
    private volatile @Nullable Known<T> known;

    /**
     * @param sense what a text says; empty when it says nothing
     */
    FileContent(ReplacedFile file, Function<String, Optional<T>> sense) {
        this.file = file;
        this.sense = sense;
    }

    /**
     * What it says; empty when it says nothing.
     *
     * @throws java.nio.file.NoSuchFileException when there is no such file
     */
    Optional<T> current() throws IOException {
        // what is replaced is overwritten: who opened it a moment before finds nothing that makes sense, and looks
        // again
        var first = look();
        return first.isPresent() ? first : look();
    }

    private Optional<T> look() throws IOException {
        var text = Files.readString(file.path(), StandardCharsets.US_ASCII);
        var last = known;
        if (last != null && last.text().equals(text)) {
            return Optional.of(last.content());
        }
        var content = sense.apply(text);
        content.ifPresent(one -> known = new Known<>(text, one));
        return content;
    }
}
