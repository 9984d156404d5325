package eu.lethe.local.journey;

import eu.lethe.contracts.sealing.Sealed;
import java.util.Set;
import java.util.regex.Pattern;

/** Understands whose keys the values in an event are sealed under: the header of each says it to anybody. */
final class SealedValues {

    private static final Pattern JWE = Pattern.compile("eyJ[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private SealedValues() {}

    /** Whether one is under a key of one of these persons. */
    static boolean areIn(String json, Set<String> persons) {
        return JWE.matcher(json)
                .results()
                .map(value -> Sealed.ofCompact(value.group()).keyId().personId().toString())
                .anyMatch(persons::contains);
    }
}
