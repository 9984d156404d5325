package eu.lethe.cases.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import eu.lethe.platform.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Understands a CSV of files: UTF-8, a header line, commas or semicolons as the header line has them. It is read line by
 * line, and no more than one is in memory.
 */
final class CsvFile implements AutoCloseable {

    /**
     * One line, and what is in its cells; empty cells are left out.
     *
     * @param fits whether there are as many cells as columns; if not, what is there may stand in the wrong ones
     */
    record Line(long number, Map<Column, String> cells, boolean fits) {

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADER = 4_096;

    /** The longest text of a contact, and as much again for what is refused by name. */
    private static final int LONGEST_CELL = 262_144;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final List<Column> columns;

    /**
     * Reads the header; the lines are read one by one.
     *
     * @throws Problem 422 {@code import-unreadable} when it is no such file, {@code import-columns} naming the columns that
     *     are missing and the places of those that are not known
     */
    CsvFile(InputStream bytes) {
        try {
            var text = new BufferedReader(new InputStreamReader(
                    bytes,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            skipByteOrderMark(text);
            csv = CsvReader.builder()
                    .fieldSeparator(separator(text))
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

    /**
     * The next line, until there is none.
     *
     * @throws Problem 422 {@code import-unreadable} when the rest is no CSV in UTF-8
     */
    Optional<Line> next() {
        return nextRecord().map(record -> line(record, columns));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private Optional<CsvRecord> nextRecord() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw unreadable();
        }
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        var separator = ',';
        for (var read = 1; read < LONGEST_HEADER; read++) {
            var character = text.read();
            if (character == ';') {
                separator = ';';
            }
            if (character < 0 || character == '\n' || character == '\r') {
                break;
            }
        }
        text.reset();
        return separator;
    }

    private static List<Column> columns(CsvRecord header) {
        var columns = new ArrayList<Column>();
        var unknown = new ArrayList<Integer>();
        for (var place = 0; place < header.getFieldCount(); place++) {
            var column = Column.titled(header.getField(place));
            if (column.isEmpty() || columns.contains(column.get())) {
                // a title that is not ours may be somebody's name: its place is told
                unknown.add(place + 1);
            } else {
                columns.add(column.get());
            }
        }
        var missing = new ArrayList<String>();
        for (var needed : List.of(Column.REFERENCE, Column.FAMILY_NAME)) {
            if (!columns.contains(needed)) {
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

    private static Line line(CsvRecord record, List<Column> columns) {
        var cells = new EnumMap<Column, String>(Column.class);
        for (var place = 0; place < Math.min(columns.size(), record.getFieldCount()); place++) {
            var cell = record.getField(place).strip();
            if (!cell.isEmpty()) {
                cells.put(columns.get(place), cell);
            }
        }
        return new Line(record.getStartingLineNumber(), cells, record.getFieldCount() == columns.size());
    }

    private static Problem unreadable() {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "import-unreadable");
    }
}
