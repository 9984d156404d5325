package eu.lethe.retention.epoch;

import eu.lethe.contracts.certificate.Anchor;
import java.security.PrivateKey;

/** The port to the key that signs certificates. */
public interface SigningKeyStore {

    /**
     * The agency's key pair.
     *
     * @param privateKey Ed25519
     * @param anchor its public half
     */
    record SigningKey(PrivateKey privateKey, Anchor anchor) {}

    /** The key to sign with, made when first asked for. */
    SigningKey signingKey();
}
