package eu.lethe.platform.catalogue;

import eu.lethe.contracts.sealing.Compartment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands the problems and interventions a contact may be coded with, and the areas they are counted in. */
public final class Nomenclature {

    /** What a code speaks of. */
    public enum Kind {
        PROBLEM,
        INTERVENTION;

        static Kind of(String text) {
            return switch (text) {
                case "problem" -> PROBLEM;
                case "intervention" -> INTERVENTION;
                default -> throw new IllegalArgumentException("kind is neither problem nor intervention");
            };
        }

        /** As written in the catalogue and the API. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One area of the yearly grid. */
    public record Area(Kind kind, String code, Label label) {}

    /**
     * One code.
     *
     * @param compartment where it is sealed: {@code coding} or {@code health}
     */
    public record Entry(Kind kind, String area, String code, Label label, Compartment compartment) {}

    private final Map<String, Entry> byCode = new LinkedHashMap<>();
    private final List<Area> areas;

    Nomenclature(List<Area> areas, List<Entry> entries) {
        this.areas = List.copyOf(areas);
        entries.forEach(entry -> byCode.put(entry.code(), entry));
    }

    static Area areaRow(CatalogueTable.Row row) {
        return new Area(Kind.of(row.text("kind")), row.text("code"), row.label());
    }

    static Entry entryRow(CatalogueTable.Row row, List<Area> areas) {
        var kind = Kind.of(row.text("kind"));
        var area = row.text("area");
        if (areas.stream()
                .noneMatch(known -> known.kind() == kind && known.code().equals(area))) {
            throw new IllegalArgumentException("area " + area + " is not in areas.csv");
        }
        return new Entry(kind, area, row.text("code"), row.label(), new Compartment(row.text("compartment")));
    }

    /** All codes, in the order of the file. */
    public List<Entry> entries() {
        return List.copyOf(byCode.values());
    }

    /** All areas, in the order of the file. */
    public List<Area> areas() {
        return areas;
    }

    /** The entry of a code. */
    public Optional<Entry> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
