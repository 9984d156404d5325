package eu.lethe.platform.eventstore;

import eu.lethe.contracts.sealing.SealBroken;
import eu.lethe.contracts.sealing.Sealed;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Understands under which keys the sealed values of a stored event are sealed. */
final class SealedKeys {

    private static final JsonFactory JSON = new JsonFactory();
    /** The base64url of <code>{"</code>, with which the header of every JWE begins. */
    private static final String JWE = "eyJ";

    private SealedKeys() {}

    /** The key ids of all sealed values in a JSON document, however deep. */
    static Set<String> in(byte[] json) {
        var keys = new HashSet<String>();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                if (parser.hasToken(JsonToken.VALUE_STRING)
                        && parser.getString().startsWith(JWE)) {
                    addKey(parser.getString(), keys);
                }
            }
        }
        return keys;
    }

    private static void addKey(String compact, Set<String> keys) {
        try {
            keys.add(Sealed.ofCompact(compact).keyId().toString());
        } catch (SealBroken notSealed) {
            // A text that only looks like a JWE is not sealed under any key.
        }
    }
}
