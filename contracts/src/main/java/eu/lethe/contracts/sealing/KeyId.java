package eu.lethe.contracts.sealing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Understands which key: whose, for which compartment, and how many came before it. Written
 * {@code <personId>.<compartment>.<generation>}, the {@code kid} of a JWE and of a JWK (RFC 7516, RFC 7517).
 *
 * @param generation counts from 1; a destroyed key is never made again, its successor has the next generation
 */
public record KeyId(UUID personId, Compartment compartment, int generation) {

    /**
     * @throws IllegalArgumentException when the generation is below 1
     */
    public KeyId {
        if (generation < 1) {
            throw new IllegalArgumentException("generations count from 1");
        }
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is not a key id in its one canonical spelling
     */
    @JsonCreator
    public static KeyId parse(String kid) {
        var firstDot = kid.indexOf('.');
        var lastDot = kid.lastIndexOf('.');
        if (firstDot < 0 || lastDot == firstDot) {
            throw new IllegalArgumentException("not a key id");
        }
        var parsed = new KeyId(
                UUID.fromString(kid.substring(0, firstDot)),
                new Compartment(kid.substring(firstDot + 1, lastDot)),
                Integer.parseInt(kid.substring(lastDot + 1)));
        if (!parsed.toString().equals(kid)) {
            throw new IllegalArgumentException("not the canonical spelling of a key id");
        }
        return parsed;
    }

    @Override
    @JsonValue
    public String toString() {
        return personId + "." + compartment + "." + generation;
    }
}
