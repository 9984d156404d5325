package eu.lethe.retention.keys;

import eu.lethe.contracts.sealing.Compartment;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Understands which compartments the agency has, and which of them make up a person's file. */
@Component
public class Compartments {

    private final List<Compartment> all;

    Compartments(@Value("${lethe.retention.compartments}") List<String> codes) {
        this.all = codes.stream().map(Compartment::new).toList();
    }

    /** All, in the order of the configuration. */
    public List<Compartment> all() {
        return all;
    }

    /** What erasing a person destroys: all but the evidence of consents and rights. */
    public List<Compartment> ofWholePerson() {
        return all.stream()
                .filter(compartment -> !compartment.outlivesTheFile())
                .toList();
    }

    /** Whether erasing these leaves nothing of the person but that evidence. */
    public boolean makeWholePerson(Collection<Compartment> compartments) {
        return compartments.containsAll(ofWholePerson());
    }
}
