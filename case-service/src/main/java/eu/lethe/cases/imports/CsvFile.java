package eu.lethe.cases.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.web.CleanText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * Understands a CSV of files: in an encoding of {@link CsvText}, a header line, commas, semicolons or tabs as the header line
 * has them. It is read line by line, and no more than one is in memory.
 */
final class CsvFile implements AutoCloseable {

    /**
     * One line, and what is in its cells; empty cells are left out.
     *
     * @param number of the line on which it begins
     * @param last on which it ends
     * @param fits whether there are as many cells as columns; if not, what is there may stand in the wrong ones
     */
    record Line(long number, long last, Map<Column, String> cells, boolean fits) {

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    private static final String SEPARATORS = ";\t,";
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|\\n");
    private static final int LONGEST_HEADER = 4_096;

    /** The longest text of a contact, and as much again for what is refused by name. */
    private static final int LONGEST_CELL = 262_144;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final List<Optional<Column>> columns;
    private final CsvLines lines;

    /**
     * Reads the header; the lines are read one by one.
     *
     * @param bytes from their start, as often as it is asked
     * @throws Problem 422 {@code import-unreadable} when it is no such file, {@code import-open-quote} when a quote does not
     *     end, {@code import-columns} naming the columns that are missing and the places of those that are not known
     */
    CsvFile(Supplier<InputStream> bytes) {
        try {
            var encoded = new CsvText(bytes);
            var text = encoded.read();
            var separator = separator(text);
            try (var whole = encoded.read()) {
                lines = CsvLines.of(whole, separator);
            }
            csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .maxBufferSize(LONGEST_CELL)
                    .skipEmptyLines(true)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text);
        } catch (IOException otherEncoding) {
            throw unreadable();
        }
        records = csv.iterator();
        columns = columns(nextRecord().orElseThrow(CsvFile::unreadable));
    }

    /** The lines as an editor counts them. */
    CsvLines lines() {
        return lines;
    }

    /**
     * The next line that holds something, until there is none.
     *
     * @throws Problem 422 {@code import-unreadable} when the rest is no CSV
     */
    Optional<Line> next() {
        return nextRecord().map(record -> line(record, columns));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** Without those that a spreadsheet leaves where a table was longer. */
    private Optional<CsvRecord> nextRecord() {
        try {
            while (records.hasNext()) {
                var record = records.next();
                if (!record.getFields().stream().allMatch(CsvFile::isBlank)) {
                    return Optional.of(record);
                }
            }
            return Optional.empty();
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw unreadable();
        }
    }

    private static boolean isBlank(String cell) {
        return CleanText.of(cell).isBlank();
    }

    /** The one that stands most often in the first line, outside of quotes. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        var counts = new HashMap<Character, Integer>();
        var quoted = false;
        for (var read = 1; read < LONGEST_HEADER; read++) {
            var character = text.read();
            if (character < 0 || (!quoted && (character == '\n' || character == '\r'))) {
                break;
            }
            quoted ^= character == '"';
            if (!quoted && SEPARATORS.indexOf(character) >= 0) {
                counts.merge((char) character, 1, Integer::sum);
            }
        }
        text.reset();
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(',');
    }

    /** A column without a title is none, as long as there is nothing in it. */
    private static List<Optional<Column>> columns(CsvRecord header) {
        var columns = new ArrayList<Optional<Column>>();
        var unknown = new ArrayList<Integer>();
        for (var place = 0; place < header.getFieldCount(); place++) {
            var column = Column.titled(header.getField(place));
            if (column.isEmpty() ? !isBlank(header.getField(place)) : columns.contains(column)) {
                // a title that is not ours may be somebody's name: its place is told
                unknown.add(place + 1);
            }
            columns.add(column);
        }
        var missing = new ArrayList<String>();
        for (var needed : List.of(Column.REFERENCE, Column.FAMILY_NAME)) {
            if (!columns.contains(Optional.of(needed))) {
                missing.add(needed.title());
            }
        }
        if (!unknown.isEmpty() || !missing.isEmpty()) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "import-columns")
                    .with("missing", missing)
                    .with("unknownPlaces", unknown);
        }
        return columns;
    }

    private static Line line(CsvRecord record, List<Optional<Column>> columns) {
        var cells = new EnumMap<Column, String>(Column.class);
        var strange = false;
        var breaks = 0L;
        for (var place = 0; place < record.getFieldCount(); place++) {
            var cell = record.getField(place).strip();
            breaks += lineBreaks(record.getField(place));
            var column = place < columns.size() ? columns.get(place) : Optional.<Column>empty();
            if (column.isPresent() && !cell.isEmpty()) {
                cells.put(column.get(), cell);
            }
            strange |= column.isEmpty() && !isBlank(cell);
        }
        return new Line(
                record.getStartingLineNumber(),
                record.getStartingLineNumber() + breaks,
                cells,
                !strange && record.getFieldCount() >= columns.size());
    }

    /** Whichever way they are written, one for each line that the cell goes on. */
    static int lineBreaks(String cell) {
        return (int) LINE_BREAK.matcher(cell).results().count();
    }

    private static Problem unreadable() {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "import-unreadable");
    }
}
