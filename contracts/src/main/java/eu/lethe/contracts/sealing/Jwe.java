package eu.lethe.contracts.sealing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.util.Base64URL;
import eu.lethe.contracts.sealing.SealBroken.Flaw;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Understands the seal itself: JWE compact serialization, {@code dir} with {@code A256GCM} (RFC 7516, RFC 7518 §5.3),
 * protected header {@code kid} and {@code ctx}. Any JOSE library opens it; this one also checks that the ciphertext
 * stands where it was sealed for.
 */
public final class Jwe {

    /** Protected header that names record and field. */
    public static final String CONTEXT = "ctx";

    private static final Set<String> PERMITTED_HEADERS = Set.of("alg", "enc", "kid", CONTEXT);

    private static final int IV_LENGTH = 12;
    private static final int TAG_LENGTH = 16;

    private Jwe() {}

    /**
     * Seals a clear text for one record and field.
     *
     * @param clear UTF-8 JSON
     * @param <T> what the JSON stands for
     */
    public static <T> Sealed<T> seal(ContentKey key, SealingContext context, byte[] clear) {
        var header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(key.id().toString())
                .customParam(CONTEXT, context.toString())
                .build();
        var jwe = new JWEObject(header, new Payload(clear));
        try {
            jwe.encrypt(new DirectEncrypter(key.secret()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("AES-GCM is part of every Java platform", impossible);
        }
        return Sealed.ofCompact(jwe.serialize());
    }

    /**
     * Opens a sealed value with its key, in the place it was sealed for.
     *
     * @return the clear text, UTF-8 JSON
     * @throws SealBroken when key, context, algorithm or content is not what it must be
     */
    public static byte[] open(ContentKey key, SealingContext context, Sealed<?> sealed) {
        try {
            var jwe = JWEObject.parse(sealed.compact());
            checkSpelling(sealed.compact(), jwe.getParsedParts());
            check(jwe.getHeader(), key, context);
            jwe.decrypt(new DirectDecrypter(key.secret()));
            return jwe.getPayload().toBytes();
        } catch (ParseException notAJwe) {
            throw new SealBroken(Flaw.MALFORMED);
        } catch (JOSEException refused) {
            throw new SealBroken(Flaw.TAMPERED);
        }
    }

    /**
     * One ciphertext has one spelling: the library skips spaces around, characters that are not base64url and unused bits,
     * and joins ciphertext and tag wherever they are cut.
     */
    private static void checkSpelling(String compact, Base64URL[] parts) {
        var canonical = Arrays.stream(parts)
                .map(part -> Base64URL.encode(part.decode()).toString())
                .collect(Collectors.joining("."));
        if (!canonical.equals(compact)
                || !parts[1].toString().isEmpty()
                || parts[2].decode().length != IV_LENGTH
                || parts[4].decode().length != TAG_LENGTH) {
            throw new SealBroken(Flaw.MALFORMED);
        }
    }

    private static void check(JWEHeader header, ContentKey key, SealingContext context) {
        if (!JWEAlgorithm.DIR.equals(header.getAlgorithm())
                || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                || !PERMITTED_HEADERS.containsAll(header.getIncludedParams())) {
            throw new SealBroken(Flaw.FOREIGN_ALGORITHM);
        }
        if (!key.id().toString().equals(header.getKeyID())) {
            throw new SealBroken(Flaw.FOREIGN_KEY);
        }
        if (!context.toString().equals(header.getCustomParam(CONTEXT))) {
            throw new SealBroken(Flaw.FOREIGN_CONTEXT);
        }
    }
}
