package eu.lethe.reporting.grid;

import eu.lethe.platform.catalogue.Nomenclature;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the yearly grid, as JSON or as a table for a spreadsheet. */
@RestController
class YearlyGridResource {

    private static final int FIRST_YEAR = 2000;

    private final Totals totals;
    private final StatisticalSecrecy secrecy;
    private final Units units;
    private final Nomenclature nomenclature;
    private final BusinessClock clock;

    YearlyGridResource(
            Totals totals, StatisticalSecrecy secrecy, Units units, Nomenclature nomenclature, BusinessClock clock) {
        this.totals = totals;
        this.secrecy = secrecy;
        this.units = units;
        this.nomenclature = nomenclature;
        this.clock = clock;
    }

    @GetMapping(
            path = "/api/reports/yearly-grid",
            produces = {MediaType.APPLICATION_JSON_VALUE, YearlyGridCsv.TEXT_CSV_VALUE})
    YearlyGrid grid(@RequestParam int year, @RequestParam(required = false) @Nullable String unit, Locale reader) {
        if (year > clock.today().getYear()) {
            throw Problem.invalid("/year", "future");
        }
        if (year < FIRST_YEAR) {
            throw Problem.invalid("/year", "past");
        }
        if (unit != null && units.of(unit).isEmpty()) {
            throw Problem.invalid("/unit", "unknown");
        }
        return new YearlyGrid(
                year,
                secrecy.threshold(),
                figures(year, unit),
                units.all().stream()
                        .filter(one -> unit == null || one.code().equals(unit))
                        .map(one -> new YearlyGrid.Unit(one.code(), one.label().in(reader), one.paper()))
                        .toList(),
                nomenclature.areas().stream()
                        .map(area -> new YearlyGrid.Area(
                                area.kind(), area.code(), area.label().in(reader)))
                        .toList());
    }

    /** One unit's are looked at in the whole grid, so that what is secret there is not told here. */
    private List<YearlyGrid.Figure> figures(int year, @Nullable String unit) {
        var figures = totals.of(year);
        var secret = secrecy.of(figures);
        return figures.entrySet().stream()
                .filter(figure -> unit == null || figure.getKey().unit().equals(unit))
                .map(figure -> new YearlyGrid.Figure(
                        figure.getKey().unit(),
                        figure.getKey().measure(),
                        figure.getKey().area(),
                        secret.contains(figure.getKey()) ? null : figure.getValue()))
                .toList();
    }
}
