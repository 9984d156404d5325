package eu.lethe.platform.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import eu.lethe.contracts.certificate.MerkleTree;
import eu.lethe.contracts.events.EventJson;
import java.security.SecureRandom;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands what an entry is hashed from: itself and a random salt, without which the hash would tell who is guessed to
 * have read what. The salt goes with the entry.
 *
 * @param by the service whose journal it is
 * @param salt 128 bits, base64url
 */
@JsonPropertyOrder({"by", "salt", "entry"})
record SaltedEntry(String by, String salt, JournalEntry entry) {

    private static final JsonMapper JSON = EventJson.mapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_LENGTH = 16;

    static SaltedEntry of(String by, JournalEntry entry) {
        var salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return new SaltedEntry(by, Base64.getUrlEncoder().withoutPadding().encodeToString(salt), entry);
    }

    /** The one spelling that is hashed: JSON without spaces, members in the order of declaration, absent ones left out. */
    String canonical() {
        return JSON.writeValueAsString(this);
    }

    byte[] leafHash() {
        return MerkleTree.leafHash(canonical().getBytes(UTF_8));
    }
}
