package eu.lethe.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.contracts.sealing.Compartment;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Understands where something of a person is put so that only who has their key finds it again: the place tells nobody else what lies
 * there. It is made with a key of its own, derived from the person's (HMAC with SHA-256, RFC 2104), and ends with that.
 */
public final class HiddenPlaces {

    private static final String PURPOSE = "lethe place 1";
    private static final String ALGORITHM = "HmacSHA256";

    private final LeasedKeys keys;

    HiddenPlaces(LeasedKeys keys) {
        this.keys = keys;
    }

    /**
     * The place of one thing, under the current key of its person.
     *
     * @param name of the thing, which names nothing else of the person in this compartment
     * @throws KeyRefused when the person's key is suspended, destroyed or unknown
     * @throws KeysUnavailable when the key is not held and retention-service is away
     */
    public UUID of(UUID personId, Compartment compartment, String name) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.current(personId, compartment).derived(PURPOSE), ALGORITHM));
            var hash = ByteBuffer.wrap(mac.doFinal(name.getBytes(UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC is part of every Java platform", impossible);
        }
    }
}
