package eu.lethe.cases.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import eu.lethe.platform.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Understands a CSV of files: UTF-8, a header line, commas or semicolons as the header line has them. It lives in memory and
 * nowhere else.
 */
final class CsvFile {

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

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<Line> lines = new ArrayList<>();

    /**
     * @throws Problem 422 {@code import-unreadable} when it is no such file, {@code import-columns} naming the columns that
     *     are missing and the places of those that are not known
     */
    CsvFile(byte[] bytes) {
        var text = decoded(bytes);
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<Column> columns = null;
            for (var record : csv) {
                if (columns == null) {
                    columns = columns(record);
                } else {
                    lines.add(line(record, columns));
                }
            }
            if (columns == null) {
                throw unreadable();
            }
        } catch (CsvParseException malformed) {
            throw unreadable();
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    private static String decoded(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw unreadable();
        }
    }

    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        return header.contains(";") ? ';' : ',';
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
