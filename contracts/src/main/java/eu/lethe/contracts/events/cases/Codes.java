package eu.lethe.contracts.events.cases;

import java.util.List;

/**
 * Understands the problems and interventions a worker chose for a contact; always sealed, in {@code coding} or
 * {@code health}.
 *
 * @param codes of the nomenclature, e.g. {@code P03.4}
 */
public record Codes(List<String> codes) {

    /** Copies the list. */
    public Codes {
        codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
        return "Codes[…]";
    }
}
