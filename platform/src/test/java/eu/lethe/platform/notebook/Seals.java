package eu.lethe.platform.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import java.util.Base64;
import java.util.UUID;

/** Understands values that look sealed; nothing in these tests opens one. */
public final class Seals {

    private Seals() {}

    /** A key of a person. */
    public static KeyId keyOf(UUID person) {
        return new KeyId(person, Compartment.NARRATIVE, 1);
    }

    /** A line sealed under a key. */
    public static Sealed<String> line(KeyId key) {
        var header = "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"%s\",\"ctx\":\"x#line\"}".formatted(key);
        return Sealed.ofCompact(
                "%s..%s.%s.%s".formatted(text(header), text("twelve bytes"), text("line"), text("a tag of 16 byte")));
    }

    private static String text(String clear) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(clear.getBytes(UTF_8));
    }
}
