package eu.lethe.platform.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.io.Resource;

/** Understands a catalogue file: CSV with a header line, UTF-8. Every complaint names the file and the line. */
public final class CatalogueTable {

    /** Understands one line of the file. */
    public static final class Row {

        private final NamedCsvRecord cells;

        private Row(NamedCsvRecord cells) {
            this.cells = cells;
        }

        /**
         * The text of a required cell.
         *
         * @throws IllegalArgumentException when it is empty or the column is missing
         */
        public String text(String column) {
            return optional(column).orElseThrow(() -> new IllegalArgumentException(column + " is empty"));
        }

        /** The text of a cell that may be empty. */
        public Optional<String> optional(String column) {
            return cells.findField(column).map(String::strip).filter(text -> !text.isEmpty());
        }

        /** The words of a cell, separated by spaces. */
        public List<String> words(String column) {
            return optional(column)
                    .map(text -> Arrays.asList(text.split("\\s+")))
                    .orElse(List.of());
        }

        /** The phrases of a cell that may be empty or have no column, separated by {@code |}. */
        public List<String> phrases(String column) {
            return optional(column).stream()
                    .flatMap(text -> Arrays.stream(text.split("\\|")))
                    .map(String::strip)
                    .filter(phrase -> !phrase.isEmpty())
                    .distinct()
                    .toList();
        }

        /** {@code true} or {@code false}. */
        public boolean flag(String column) {
            return switch (text(column)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(column + " is neither true nor false");
            };
        }

        /** The columns {@code label_fr} and {@code label_en}. */
        public Label label() {
            return new Label(text("label_fr"), text("label_en"));
        }
    }

    private CatalogueTable() {}

    /**
     * Reads every line.
     *
     * @param entry makes an entry of a line; what it refuses with {@link IllegalArgumentException} stops the start
     * @throws InvalidCatalogue naming file and line
     */
    public static <T> List<T> read(Resource file, Function<Row, T> entry) {
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
                var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return csv.stream()
                    .map(cells -> {
                        try {
                            return entry.apply(new Row(cells));
                        } catch (IllegalArgumentException refused) {
                            throw new InvalidCatalogue(
                                    file.getFilename(), cells.getStartingLineNumber(), refused.getMessage());
                        }
                    })
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
