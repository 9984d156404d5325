package eu.lethe.retention.epoch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Understands which hardware security module wraps the epoch keys, if the agency has one.
 *
 * @param library the module's PKCS#11 library
 * @param slot the slot of the agency's token, as the module's administration shows it
 * @param pin of the token's user
 */
@ConfigurationProperties("lethe.retention.epochs.hsm")
public record HsmProperties(
        @Nullable Path library,
        @Nullable Long slot,
        @Nullable String pin) {

    /**
     * @throws IllegalArgumentException when it is said by halves: nobody is to believe in a module that is not used
     */
    public HsmProperties {
        var said = library != null || slot != null || pin != null;
        var whole = library != null && !library.toString().isBlank() && slot != null && pin != null && !pin.isBlank();
        if (said && !whole) {
            throw new IllegalArgumentException(
                    "the hardware security module needs its library, its slot and its PIN: set LETHE_RETENTION_EPOCHS_HSM_LIBRARY, LETHE_RETENTION_EPOCHS_HSM_SLOT and LETHE_RETENTION_EPOCHS_HSM_PIN, or none of them");
        }
    }

    @Override
    public String toString() {
        return "HsmProperties[library=" + library + ", slot=" + slot + "]";
    }
}
