package eu.lethe.reporting.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands the figures: how many, by year, unit, measure and area. In clear, since they are of no one. */
@Component
public class Totals {

    private final JdbcClient database;

    Totals(JdbcClient database) {
        this.database = database;
    }

    /** The figures of a year, as counted: none of them leaves before {@link StatisticalSecrecy} has seen it. */
    SequencedMap<Cell, Long> of(int year) {
        var cells = new LinkedHashMap<Cell, Long>();
        database
                .sql("""
                        select year, unit, measure, area, value from total
                        where year = :year and value > 0""")
                .param("year", year)
                .query((row, _) -> Map.entry(cell(row), row.getLong("value")))
                .list()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> cells.put(entry.getKey(), entry.getValue()));
        return cells;
    }

    /** Every figure there is. */
    public Map<Cell, Long> all() {
        var cells = new TreeMap<Cell, Long>();
        database.sql("select year, unit, measure, area, value from total").query(row -> {
            cells.put(cell(row), row.getLong("value"));
        });
        return cells;
    }

    /** Adds to the cells, or takes away. A figure never falls below nothing. */
    public void change(Map<Cell, Long> changes) {
        var added = new TreeMap<Cell, Long>();
        new TreeMap<>(changes).forEach((cell, change) -> {
            if (change > 0) {
                added.put(cell, change);
            } else if (change < 0) {
                takeAway(cell, -change);
            }
        });
        add(added);
    }

    private void takeAway(Cell cell, long value) {
        database.sql("""
                        update total set value = greatest(0, value - ?)
                         where year = ? and unit = ? and measure = ? and area = ?""")
                .params(value, cell.year(), cell.unit(), cell.measure().code(), cell.areaOrBlank())
                .update();
    }

    /** Adds to the cells. */
    public void add(Map<Cell, Long> values) {
        new TreeMap<>(values)
                .forEach((cell, value) -> database.sql("""
                        insert into total (year, unit, measure, area, value) values (?, ?, ?, ?, ?)
                        on conflict (year, unit, measure, area) do update set value = total.value + excluded.value""")
                        .params(cell.year(), cell.unit(), cell.measure().code(), cell.areaOrBlank(), value)
                        .update());
    }

    /** Drops every figure; whoever does so puts them back in the same transaction. */
    public void clear() {
        database.sql("delete from total").update();
    }

    private static Cell cell(ResultSet row) throws SQLException {
        var area = row.getString("area");
        return new Cell(
                row.getInt("year"),
                row.getString("unit"),
                Measure.of(row.getString("measure")),
                area.isEmpty() ? null : area);
    }
}
