package eu.lethe.cases.contact;

import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Nomenclature;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands the codes a worker chose for a contact: each is of the nomenclature, and health is kept apart. */
final class ChosenCodes {

    private final List<String> health = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    private ChosenCodes() {}

    /**
     * @throws Problem 400 naming the codes that the nomenclature does not know
     */
    ChosenCodes(@Nullable List<String> chosen, Nomenclature nomenclature) {
        if (chosen == null) {
            return;
        }
        var unknown = new ArrayList<Problem.FieldError>();
        for (var code : new LinkedHashSet<>(chosen)) {
            nomenclature
                    .of(code)
                    .ifPresentOrElse(
                            entry -> (entry.compartment().equals(Compartment.HEALTH) ? health : others).add(code),
                            () -> unknown.add(new Problem.FieldError("/codes/" + chosen.indexOf(code), "unknown")));
        }
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
    }

    /** When the codes stay as they are. */
    static ChosenCodes none() {
        return new ChosenCodes();
    }

    /** Those of the health compartment. */
    @Nullable Clear<Codes> health() {
        return clear(health);
    }

    /** All others. */
    @Nullable Clear<Codes> others() {
        return clear(others);
    }

    private static @Nullable Clear<Codes> clear(List<String> codes) {
        return codes.isEmpty() ? null : Clear.of(new Codes(codes));
    }
}
