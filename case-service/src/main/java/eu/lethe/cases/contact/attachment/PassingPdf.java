package eu.lethe.cases.contact.attachment;

import eu.lethe.platform.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Understands a PDF while it passes: whether it has a page, and whether whoever opens it is asked for a password. Nothing
 * of it is kept but the object at hand, so that twenty megabytes need no more memory than one.
 */
final class PassingPdf {

    /** Unpacked, of all object streams together; a document that unpacks to more is taken without having been looked through. */
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;

    private static final int BUFFER = 8 * 1024;
    private static final long END_OF_STREAM = asLong("ndstream");

    private final PdfWords words = new PdfWords(this::word);
    private final PdfEncryption encryption = new PdfEncryption();
    private final byte[] packed = new byte[BUFFER];
    private final byte[] unpacked = new byte[BUFFER];
    private int packedLength;
    private long unpackedTotal;

    private ObjectAtHand object = new ObjectAtHand("");
    private String last = "";
    private String lastButOne = "";
    private boolean inStream;
    private boolean streamBegins;
    private long tail;
    private @Nullable Inflater inflater;
    private @Nullable PdfWords inside;

    private boolean page;
    private boolean unseen;

    /** What is known of the object that is being read. */
    private static final class ObjectAtHand {

        private static final int LARGEST = 16 * 1024;

        private final String number;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean packsObjects;
        private boolean trailer;
        private boolean encrypts;
        private boolean secures;
        private boolean deflated;

        ObjectAtHand(String number) {
            this.number = number;
        }
    }

    void next(byte[] buffer, int offset, int length) {
        for (var index = offset; index < offset + length; index++) {
            next(buffer[index] & 0xFF);
        }
    }

    void next(int one) {
        if (inStream) {
            inStream(one);
        } else {
            if (object.bytes.size() < ObjectAtHand.LARGEST) {
                object.bytes.write(one);
            }
            words.next(one);
        }
    }

    /**
     * Says what it is when all of it has passed.
     *
     * @throws Problem 422 {@code attachment-password} or {@code attachment-no-page}
     */
    void require() {
        words.end();
        conclude();
        endStream();
        if (encryption.asksForPassword()) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "attachment-password");
        }
        if (!page && !unseen) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "attachment-no-page");
        }
    }

    private void word(String word) {
        switch (word) {
            case "obj" -> object = new ObjectAtHand(lastButOne);
            case "trailer" -> {
                conclude();
                object = new ObjectAtHand("");
                object.trailer = true;
            }
            case "endobj", "startxref" -> conclude();
            case "stream" -> {
                conclude();
                beginStream();
            }
            case "/Encrypt" -> object.encrypts = true;
            case "/Standard" -> object.secures = object.secures || last.equals("/Filter");
            case "/FlateDecode", "/Fl" -> object.deflated = true;
            case "/Page" -> page = page || last.equals("/Type");
            case "/ObjStm" -> object.packsObjects = object.packsObjects || last.equals("/Type");
            case "/XRef" -> object.trailer = object.trailer || last.equals("/Type");
            default -> {}
        }
        lastButOne = last;
        last = word;
    }

    private void conclude() {
        if (object.trailer && object.encrypts) {
            encryption.trailer(object.bytes.toByteArray());
        }
        if (object.secures) {
            encryption.object(object.number, object.bytes.toByteArray());
        }
    }

    private void beginStream() {
        inStream = true;
        streamBegins = true;
        tail = 0;
        if (object.packsObjects && !page) {
            if (object.deflated) {
                inflater = new Inflater();
                inside = new PdfWords(this::insideWord);
            } else {
                unseen = true;
            }
        }
    }

    private void insideWord(String word) {
        page = page || (word.equals("/Page") && last.equals("/Type"));
        last = word;
    }

    private void inStream(int one) {
        if (streamBegins && (one == '\r' || one == '\n')) {
            streamBegins = one == '\r';
            return;
        }
        streamBegins = false;
        tail = tail << 8 | one;
        if (inflater != null) {
            packed[packedLength] = (byte) one;
            packedLength++;
            if (packedLength == packed.length) {
                unpack();
            }
        }
        if (tail == END_OF_STREAM) {
            endStream();
        }
    }

    private void endStream() {
        unpack();
        if (inside != null) {
            inside.end();
        }
        if (inflater != null) {
            inflater.end();
        }
        inflater = null;
        inside = null;
        inStream = false;
        object = new ObjectAtHand("");
    }

    private void unpack() {
        var length = packedLength;
        packedLength = 0;
        if (inflater == null || inside == null || length == 0) {
            return;
        }
        inflater.setInput(packed, 0, length);
        try {
            for (var read = inflater.inflate(unpacked); read > 0; read = inflater.inflate(unpacked)) {
                unpackedTotal += read;
                if (unpackedTotal > MOST_UNPACKED) {
                    giveUp();
                    return;
                }
                for (var index = 0; index < read; index++) {
                    inside.next(unpacked[index] & 0xFF);
                }
            }
        } catch (DataFormatException encryptedOrBroken) {
            giveUp();
        }
    }

    private void giveUp() {
        unseen = true;
        if (inflater != null) {
            inflater.end();
        }
        inflater = null;
        inside = null;
    }

    private static long asLong(String eight) {
        return eight.chars().asLongStream().reduce(0, (sum, one) -> sum << 8 | one);
    }
}
