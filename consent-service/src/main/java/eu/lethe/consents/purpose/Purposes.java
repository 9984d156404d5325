package eu.lethe.consents.purpose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands the agency's register of purposes: {@code purposes.csv}. */
public final class Purposes {

    private final Map<String, Purpose> byCode = new LinkedHashMap<>();

    Purposes(List<Purpose> purposes) {
        purposes.forEach(purpose -> {
            if (byCode.put(purpose.code(), purpose) != null) {
                throw new IllegalArgumentException("purposes.csv names " + purpose.code() + " twice");
            }
        });
    }

    /** In the order of the file. */
    public List<Purpose> all() {
        return List.copyOf(byCode.values());
    }

    /** The purpose of a code. */
    public Optional<Purpose> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
