package eu.lethe.contracts.sealing;

import java.util.UUID;

/**
 * Understands the one place a ciphertext belongs to: the record (a contact, a person, a consent) and the field it was
 * sealed for. Written {@code <recordId>#<field>}, the protected header {@code ctx}. A ciphertext found anywhere else is
 * refused.
 */
public record SealingContext(UUID recordId, String field) {

    @Override
    public String toString() {
        return recordId + "#" + field;
    }
}
