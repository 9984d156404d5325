package eu.lethe.contracts.sealing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nimbusds.jose.JWEObject;
import java.text.ParseException;

/**
 * Understands personal data that cannot be read without its key: the key's id and a JWE in compact form (RFC 7516).
 *
 * <p>It opens in one way only, {@link Jwe#open}. Printing it shows the key's id and no more; in JSON it is the compact
 * string.
 *
 * @param <T> what is inside once opened
 */
@SuppressWarnings("UnusedTypeParameter") // T is what the compiler knows of the content; nothing of type T is held
public final class Sealed<T> {

    private final KeyId keyId;
    private final String compact;

    private Sealed(KeyId keyId, String compact) {
        this.keyId = keyId;
        this.compact = compact;
    }

    /**
     * Reads a JWE in compact form. Its header is read, its content is not.
     *
     * @throws SealBroken {@code MALFORMED} when it is not a JWE with a Lethe key id
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static <T> Sealed<T> ofCompact(String compact) {
        try {
            return new Sealed<>(KeyId.parse(JWEObject.parse(compact).getHeader().getKeyID()), compact);
        } catch (ParseException | IllegalArgumentException | NullPointerException notOurs) {
            throw new SealBroken(SealBroken.Flaw.MALFORMED);
        }
    }

    /** The key it is sealed under. */
    public KeyId keyId() {
        return keyId;
    }

    /** The JWE in compact form, as stored and sent. */
    @JsonValue
    public String compact() {
        return compact;
    }

    /** The same ciphertext, bit for bit. Two seals of one clear text are never equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed<?> sealed && sealed.compact.equals(compact);
    }

    @Override
    public int hashCode() {
        return compact.hashCode();
    }

    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
