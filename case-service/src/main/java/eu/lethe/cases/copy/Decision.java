package eu.lethe.cases.copy;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.SealedField;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who rereads a copy decided about a passage; always sealed, since what is masked and why says something of what
 * is there. It holds for one wording: of another, the digest is another.
 *
 * @param place of the text, see {@link CopyTexts}
 * @param digest of the text as it was read
 * @param start of the passage, in UTF-16 units of the text
 * @param end behind the passage
 * @param reason why it is masked, as in {@link #REASONS}; null when it was proposed and is printed all the same
 * @param words what the rereader adds, for the service alone
 */
record Decision(
        String place,
        String digest,
        int start,
        int end,
        @Nullable String reason,
        @Nullable String words) {

    /**
     * Why something is masked, as a pattern: the private life of another, a judgement of somebody who is named, a conduct that
     * could be held against somebody (CRPA L311-6, 1° to 3°); another's health (L311-6, 1°); who reported something (GDPR 15(4)).
     */
    static final String REASONS = "private-life|judgement|conduct|health|source";

    /** It says which passage is hidden, so it goes with the texts. */
    static final SealedField<Decision> FIELD = new SealedField<>("decision", Compartment.NARRATIVE, Decision.class);

    /** What is left of one that was taken back, under its number. */
    static final Decision TAKEN_BACK = new Decision("", "", 0, 0, null, null);

    boolean masks() {
        return reason != null;
    }

    /** Whether it was made about this text, and there is such a passage. */
    boolean isAbout(String text) {
        return start >= 0 && start < end && end <= text.length() && digest.equals(digestOf(text));
    }

    static String digestOf(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Decision[…]";
    }
}
