package eu.lethe.contracts.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.UUID;

/** The one contact that the seal's tests speak of: whose it is, the key it is sealed under, and where it stands. */
final class Claire {

    static final UUID PERSON = UUID.fromString("4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001");
    static final UUID CONTACT = UUID.fromString("b3c1d2e4-0000-4a6b-8c7d-5f1e2d3c4b01");

    static final ContentKey KEY = key(PERSON, Compartment.NARRATIVE, 1, 7);
    static final SealingContext TEXT_OF_CONTACT = new SealingContext(CONTACT, "text");

    static final String CLEAR = "\"Elle dort chez une amie depuis mardi.\"";

    private Claire() {}

    static Sealed<String> sealed() {
        return Jwe.seal(KEY, TEXT_OF_CONTACT, CLEAR.getBytes(UTF_8));
    }

    static String open(String compact) {
        return new String(Jwe.open(KEY, TEXT_OF_CONTACT, Sealed.ofCompact(compact)), UTF_8);
    }

    static ContentKey key(UUID person, Compartment compartment, int generation, int fill) {
        var secret = new byte[ContentKey.LENGTH];
        Arrays.fill(secret, (byte) fill);
        return new ContentKey(new KeyId(person, compartment, generation), secret);
    }

    /** The secret of {@link #KEY} under another name, as if a keeper had mixed up two rows. */
    static ContentKey sameSecretAs(KeyId other) {
        return new ContentKey(other, KEY.secret());
    }
}
