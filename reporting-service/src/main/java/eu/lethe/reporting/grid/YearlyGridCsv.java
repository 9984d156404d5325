package eu.lethe.reporting.grid;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.lethe.platform.catalogue.Label;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes the yearly grid as CSV in the reader's language: one line per figure, in words. */
@Component
class YearlyGridCsv extends AbstractHttpMessageConverter<YearlyGrid> {

    static final String TEXT_CSV_VALUE = "text/csv";

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final List<Label> HEADER = List.of(
            new Label("Année", "Year"),
            new Label("Circonscription", "Unit"),
            new Label("Mesure", "Measure"),
            new Label("Domaine", "Area"),
            new Label("Nombre", "Number"),
            new Label("Observation", "Note"));

    private static final Label SECRET = new Label("secret", "secret");
    private static final Label REASON = new Label(
            "moins de %d, ou un nombre qui permettrait d’en calculer un",
            "below %d, or a number from which such a one could be computed");

    YearlyGridCsv() {
        super(StandardCharsets.UTF_8, MediaType.parseMediaType(TEXT_CSV_VALUE));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == YearlyGrid.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected YearlyGrid readInternal(Class<? extends YearlyGrid> type, HttpInputMessage request) {
        throw new HttpMessageNotReadableException("the grid is written only", request);
    }

    @Override
    protected void writeInternal(YearlyGrid grid, HttpOutputMessage response) throws IOException {
        var reader = LocaleContextHolder.getLocale();
        var out = new OutputStreamWriter(response.getBody(), StandardCharsets.UTF_8);
        try (var csv = CsvWriter.builder().build(out)) {
            write(grid, reader, csv);
        }
    }

    private static void write(YearlyGrid grid, Locale reader, CsvWriter csv) {
        var units = grid.units().stream().collect(Collectors.toMap(YearlyGrid.Unit::code, YearlyGrid.Unit::label));
        var areas = grid.areas().stream().collect(Collectors.toMap(YearlyGridCsv::column, YearlyGrid.Area::label));
        csv.writeRecord(HEADER.stream().map(label -> label.in(reader)).toList());
        for (var figure : grid.cells()) {
            var value = figure.value();
            csv.writeRecord(
                    Integer.toString(grid.year()),
                    harmless(units.getOrDefault(figure.unit(), figure.unit())),
                    figure.measure().label().in(reader),
                    harmless(area(figure, areas)),
                    value == null ? SECRET.in(reader) : Long.toString(value),
                    value == null ? REASON.in(reader).formatted(grid.threshold()) : "");
        }
    }

    private static String column(YearlyGrid.Area area) {
        return area.kind().code() + "/" + area.code();
    }

    private static String area(YearlyGrid.Figure figure, Map<String, String> labels) {
        var area = figure.area();
        if (area == null) {
            return "";
        }
        var kind = figure.measure() == Measure.PROBLEMS ? "problem" : "intervention";
        return labels.getOrDefault(kind + "/" + area, area);
    }

    /** A label that begins like a formula must not become one in a spreadsheet. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
