package eu.lethe.reporting.contribution;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Nomenclature;
import eu.lethe.platform.catalogue.Nomenclature.Kind;
import eu.lethe.reporting.grid.Measure;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Understands which column of the grid a code belongs to. */
@Component
class AreasOfCodes {

    /** A column. */
    record Column(Measure measure, String area) {}

    private final Nomenclature nomenclature;

    /**
     * @throws IllegalStateException when codes of one area lie in different compartments: a person would count in the area
     *     once for each, since neither compartment may know what the other holds
     */
    AreasOfCodes(Nomenclature nomenclature) {
        this.nomenclature = nomenclature;
        Map<Column, Compartment> compartments = new HashMap<>();
        for (var entry : nomenclature.entries()) {
            var earlier = compartments.putIfAbsent(columnOf(entry), entry.compartment());
            if (earlier != null && !earlier.equals(entry.compartment())) {
                throw new IllegalStateException("nomenclature.csv: the codes of area " + entry.area()
                        + " must lie in one compartment, but " + entry.code() + " lies in " + entry.compartment()
                        + " and others in " + earlier);
            }
        }
    }

    /** The columns of some codes. A code that left the nomenclature counts nowhere. */
    List<Column> of(Collection<String> codes) {
        return codes.stream()
                .map(nomenclature::of)
                .flatMap(Optional::stream)
                .map(AreasOfCodes::columnOf)
                .distinct()
                .toList();
    }

    private static Column columnOf(Nomenclature.Entry entry) {
        return new Column(entry.kind() == Kind.PROBLEM ? Measure.PROBLEMS : Measure.INTERVENTIONS, entry.area());
    }
}
