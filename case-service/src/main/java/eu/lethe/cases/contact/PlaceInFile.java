package eu.lethe.cases.contact;

import eu.lethe.platform.problem.Problem;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * Understands how far somebody has read in a file, whatever becomes of the contact they stopped at. To the reader it is opaque.
 * It opens nothing: who makes one up is at another place of a file they may read.
 *
 * @param fileId the file that is read
 * @param date of the contact they stopped at, like the two that follow
 * @param given tells one set of contacts, and the days under which they stood, from any other: those that were read so far
 */
public record PlaceInFile(UUID fileId, LocalDate date, Instant recordedAt, UUID contactId, long given) {

    private static final int BYTES = 7 * Long.BYTES;
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /**
     * Reads what {@link #text} wrote.
     *
     * @param fileId the file that is asked for
     * @throws Problem 400 {@code /after}: it is none, or one of another file
     */
    public static PlaceInFile of(String text, UUID fileId) {
        var place = parsed(text);
        if (!place.fileId.equals(fileId)) {
            throw invalid();
        }
        return place;
    }

    /** As it stands in an address. */
    public String text() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(fileId.getMostSignificantBits())
                .putLong(fileId.getLeastSignificantBits())
                .putLong(date.toEpochDay())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt))
                .putLong(contactId.getMostSignificantBits())
                .putLong(contactId.getLeastSignificantBits())
                .putLong(given);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static PlaceInFile parsed(String text) {
        var bytes = ByteBuffer.wrap(decoded(text));
        if (bytes.remaining() != BYTES) {
            throw invalid();
        }
        return new PlaceInFile(
                new UUID(bytes.getLong(), bytes.getLong()),
                day(bytes.getLong()),
                moment(bytes.getLong()),
                new UUID(bytes.getLong(), bytes.getLong()),
                bytes.getLong());
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private static LocalDate day(long epochDay) {
        if (epochDay < FIRST_DAY.toEpochDay() || epochDay > LAST_DAY.toEpochDay()) {
            throw invalid();
        }
        return LocalDate.ofEpochDay(epochDay);
    }

    private static Instant moment(long micros) {
        var moment = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        day(LocalDate.ofInstant(moment, ZoneOffset.UTC).toEpochDay());
        return moment;
    }

    private static Problem invalid() {
        return Problem.invalid("/after", "invalid");
    }
}
