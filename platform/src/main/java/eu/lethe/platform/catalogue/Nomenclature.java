package eu.lethe.platform.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import eu.lethe.contracts.sealing.Compartment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;

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
        @JsonValue
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
     * @param synonyms other words by which a worker looks for it: acronyms, bodies, everyday words
     */
    public record Entry(
            Kind kind, String area, String code, Label label, Compartment compartment, List<String> synonyms) {

        /** Copies the synonyms. */
        public Entry {
            synonyms = List.copyOf(synonyms);
        }
    }

    private static final int VERSION_LENGTH = 12;
    private static final Set<Compartment> COMPARTMENTS = Set.of(Compartment.CODING, Compartment.HEALTH);

    private final Map<String, Entry> byCode = new LinkedHashMap<>();
    private final List<Area> areas;
    private final String version;

    private Nomenclature(List<Area> areas, List<Entry> entries, String version) {
        this.areas = List.copyOf(areas);
        this.version = version;
        entries.forEach(entry -> byCode.put(entry.code(), entry));
    }

    /**
     * Reads the two files.
     *
     * @throws InvalidCatalogue naming file and line: an area that is not known, a code that stands twice, a compartment that
     *     codes are not sealed in
     */
    static Nomenclature read(Resource areaFile, Resource codeFile) {
        var areas = CatalogueTable.read(areaFile, Nomenclature::areaRow);
        var seen = new HashSet<String>();
        var entries = CatalogueTable.read(codeFile, row -> {
            var entry = entryRow(row, areas);
            if (!seen.add(entry.code())) {
                throw new IllegalArgumentException("code " + entry.code() + " stands twice");
            }
            return entry;
        });
        return new Nomenclature(areas, entries, versionOf(areaFile, codeFile));
    }

    /** Another content is another version, whoever forgot to say so. */
    private static String versionOf(Resource... files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
        var compartment = new Compartment(row.text("compartment"));
        if (!COMPARTMENTS.contains(compartment)) {
            throw new IllegalArgumentException("compartment is neither coding nor health");
        }
        return new Entry(kind, area, row.text("code"), row.label(), compartment, row.phrases("synonyms"));
    }

    /** Which nomenclature it is: what was learned of another one, e.g. by a browser, is of no use. */
    public String version() {
        return version;
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
