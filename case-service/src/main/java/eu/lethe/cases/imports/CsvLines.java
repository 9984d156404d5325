package eu.lethe.cases.imports;

import eu.lethe.platform.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import org.springframework.http.HttpStatus;

/**
 * Understands the lines of a CSV as an editor counts them, and where quotes begin and end: one that was left open would put
 * the lines after it into one cell, and other people into one file.
 *
 * @param all that there are
 * @param withinCells those that go on with a cell of the line before
 */
record CsvLines(long all, long withinCells) {

    private enum Place {
        CELL_BEGINS,
        IN_CELL,
        IN_QUOTES,
        AFTER_QUOTES
    }

    /**
     * Counts them.
     *
     * @throws Problem 422 {@code import-open-quote} with the line where a quote began that does not end with its cell
     */
    static CsvLines of(BufferedReader text, char separator) throws IOException {
        return new Count(text, separator).made();
    }

    private static final class Count {

        private static final int NOTHING = -1;

        private final PushbackReader text;
        private final char separator;
        private long line = 1;
        private long withinCells;
        private long quoteBegan;
        private boolean lineHasText;
        private Place place = Place.CELL_BEGINS;

        private Count(Reader text, char separator) {
            this.text = new PushbackReader(text);
            this.separator = separator;
        }

        private CsvLines made() throws IOException {
            for (var character = next(); character != NOTHING; character = next()) {
                if (place == Place.AFTER_QUOTES && !endsCell(character) && character != '"') {
                    throw open();
                }
                place = after(character);
                lineHasText = character != '\n';
                if (character == '\n') {
                    withinCells += place == Place.IN_QUOTES ? 1 : 0;
                    line++;
                }
            }
            if (place == Place.IN_QUOTES) {
                throw open();
            }
            return new CsvLines(lineHasText ? line : line - 1, withinCells);
        }

        private Place after(int character) {
            if (place == Place.IN_QUOTES) {
                return character == '"' ? Place.AFTER_QUOTES : Place.IN_QUOTES;
            }
            if (place == Place.AFTER_QUOTES && character == '"') {
                // two are one that is part of the text
                return Place.IN_QUOTES;
            }
            if (place == Place.CELL_BEGINS && character == '"') {
                quoteBegan = line;
                return Place.IN_QUOTES;
            }
            return endsCell(character) ? Place.CELL_BEGINS : Place.IN_CELL;
        }

        private boolean endsCell(int character) {
            return character == separator || character == '\n';
        }

        /** Whichever way a line ends, it is one character. */
        private int next() throws IOException {
            var character = text.read();
            if (character == '\r') {
                var following = text.read();
                if (following != '\n' && following != NOTHING) {
                    text.unread(following);
                }
                return '\n';
            }
            return character;
        }

        private Problem open() {
            return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "import-open-quote")
                    .with("line", quoteBegan);
        }
    }
}
