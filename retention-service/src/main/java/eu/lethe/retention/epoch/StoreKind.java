package eu.lethe.retention.epoch;

import com.fasterxml.jackson.annotation.JsonValue;

/** Understands the kinds of stores of epoch keys. */
public enum StoreKind {
    /** A file under a password. */
    PKCS12_FILE("pkcs12-file"),
    /** A file under keys that a hardware security module does not let go of. */
    PKCS11("pkcs11");

    private final String code;

    StoreKind(String code) {
        this.code = code;
    }

    /** As in certificates and in the API. */
    @JsonValue
    public String code() {
        return code;
    }
}
