package eu.lethe.cases.contact.attachment;

import eu.lethe.platform.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Understands a document while it comes in: what it is, by its content and not by its name; how much of it there is, and
 * when it is too much.
 */
public final class AttachmentStream extends FilterInputStream {

    /** The most that is taken. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final int BEGINNING = 64 * 1024;
    private static final Map<String, Pattern> SIGNATURES = Map.of(
            "application/pdf", Pattern.compile("%PDF-"),
            "image/png", Pattern.compile("\u0089PNG\r\n\u001A\n"),
            "image/jpeg", Pattern.compile("\u00FF\u00D8\u00FF"),
            "image/webp", Pattern.compile("RIFF(?s:....)WEBP"));
    private static final int LONGEST_SIGNATURE = 16;
    private static final Tika TYPES = new Tika();

    private final String mediaType;
    private final MessageDigest digest;
    private final @Nullable PassingPdf pdf;
    private int size;

    /**
     * Looks at the beginning.
     *
     * @throws Problem 415 when it is nothing that is accepted
     */
    public AttachmentStream(InputStream content) throws IOException {
        super(new PushbackInputStream(content, BEGINNING));
        var beginning = in.readNBytes(BEGINNING);
        ((PushbackInputStream) in).unread(beginning);
        mediaType = TYPES.detect(beginning);
        if (!startsAs(mediaType, beginning)) {
            throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "attachment-type");
        }
        pdf = mediaType.equals("application/pdf") ? new PassingPdf() : null;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** What stands before a signature may be something else to another program: it stands at the very start. */
    private static boolean startsAs(String mediaType, byte[] beginning) {
        var signature = SIGNATURES.get(mediaType);
        return signature != null
                && signature
                        .matcher(new String(
                                beginning,
                                0,
                                Math.min(beginning.length, LONGEST_SIGNATURE),
                                StandardCharsets.ISO_8859_1))
                        .lookingAt();
    }

    @Override
    public int read() throws IOException {
        var one = in.read();
        if (one >= 0) {
            count(1);
            digest.update((byte) one);
            if (pdf != null) {
                pdf.next(one);
            }
        }
        return one;
    }

    /**
     * Reads on.
     *
     * @throws Problem 413 when there is more than is taken
     */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = in.read(buffer, offset, length);
        if (read > 0) {
            count(read);
            digest.update(buffer, offset, read);
            if (pdf != null) {
                pdf.next(buffer, offset, read);
            }
        }
        return read;
    }

    private void count(int read) {
        size += read;
        if (size > LARGEST) {
            throw tooLarge();
        }
    }

    public static Problem tooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "attachment-too-large").with("limit", LARGEST);
    }

    /**
     * Lets nothing pass that nobody can read, when all of it was read here.
     *
     * @throws Problem 422 when it asks for a password or has no page
     */
    public void requireReadable() {
        if (pdf != null) {
            pdf.require();
        }
    }

    public String mediaType() {
        return mediaType;
    }

    /** So far. */
    public int size() {
        return size;
    }

    /** Of what was read, once and for all. */
    public String sha256() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }
}
