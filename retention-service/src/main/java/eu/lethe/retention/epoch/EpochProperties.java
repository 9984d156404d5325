package eu.lethe.retention.epoch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Understands where epoch keys lie and how long an epoch lasts. All of it goes by the wall clock: a backup grows old by
 * that one.
 *
 * @param file the PKCS#12 file
 * @param password which protects the file
 * @param rotateEvery how long an epoch lasts
 * @param destroyRemovedWithin how long at most a removed key waits for its epoch to be destroyed
 */
@ConfigurationProperties("lethe.retention.epochs")
public record EpochProperties(Path file, String password, Duration rotateEvery, Duration destroyRemovedWithin) {

    /**
     * @throws IllegalArgumentException when there is no password
     */
    public EpochProperties {
        if (password.isBlank()) {
            throw new IllegalArgumentException(
                    "the store of epoch keys needs a password: set LETHE_EPOCH_PASSWORD, and keep it apart from the file");
        }
    }

    /** When an epoch that began then ends by itself. */
    Instant endOf(Instant since) {
        return since.plus(rotateEvery);
    }

    @Override
    public String toString() {
        return "EpochProperties[file=" + file + ", rotateEvery=" + rotateEvery + ", destroyRemovedWithin="
                + destroyRemovedWithin + "]";
    }
}
