package eu.lethe.platform.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands the units (circonscriptions) of the agency: {@code units.csv}. */
public final class Units {

    /**
     * @param code as used everywhere
     * @param paper whether the unit still works on paper and opens no files
     */
    public record Unit(String code, boolean paper, Label label) {}

    private final Map<String, Unit> byCode = new LinkedHashMap<>();

    Units(List<Unit> units) {
        units.forEach(unit -> byCode.put(unit.code(), unit));
    }

    static Unit row(CatalogueTable.Row row) {
        return new Unit(row.text("code"), row.flag("paper"), row.label());
    }

    /** In the order of the file. */
    public List<Unit> all() {
        return List.copyOf(byCode.values());
    }

    /** The unit of a code. */
    public Optional<Unit> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
