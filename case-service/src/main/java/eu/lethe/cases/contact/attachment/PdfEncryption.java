package eu.lethe.cases.contact.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.encryption.PDEncryption;
import org.apache.pdfbox.pdmodel.encryption.StandardDecryptionMaterial;
import org.jspecify.annotations.Nullable;

/**
 * Understands by what a PDF is encrypted. Many that agencies receive are, only so that nobody alters them: these open without a
 * password.
 */
final class PdfEncryption {

    private static final int MOST_CANDIDATES = 8;
    private static final int DEEPEST = 100;
    private static final Pattern REFERENCE = Pattern.compile("/Encrypt\\s+(\\d{1,10})\\s+\\d{1,5}\\s+R");
    private static final Pattern DIRECT = Pattern.compile("/Encrypt\\s*(?=<<)");
    private static final Pattern DICTIONARY = Pattern.compile("(?=<<)");
    private static final Pattern ID = Pattern.compile("/ID\\s*(?=\\[)");

    private final Map<String, String> candidates = new LinkedHashMap<>();
    private @Nullable String trailer;

    /** A trailer that names an encryption. */
    void trailer(byte[] bytes) {
        trailer = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** An object that may be the encryption which a trailer names. */
    void object(String number, byte[] bytes) {
        if (candidates.size() < MOST_CANDIDATES || candidates.containsKey(number)) {
            candidates.put(number, new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    /** Whatever cannot be opened without anything asks. */
    boolean asksForPassword() {
        if (trailer == null) {
            return false;
        }
        try {
            var id = valueAt(trailer, ID);
            var dictionary = dictionary(trailer);
            if (dictionary == null) {
                return true;
            }
            var encryption = new PDEncryption(dictionary);
            encryption
                    .getSecurityHandler()
                    .prepareForDecryption(
                            encryption,
                            id instanceof COSArray array ? array : new COSArray(),
                            new StandardDecryptionMaterial(""));
            return false;
        } catch (IOException | RuntimeException asksOrOfAnotherKind) {
            return true;
        }
    }

    private @Nullable COSDictionary dictionary(String naming) throws IOException {
        var reference = REFERENCE.matcher(naming);
        if (!reference.find()) {
            return valueAt(naming, DIRECT) instanceof COSDictionary direct ? direct : null;
        }
        var object = candidates.get(reference.group(1));
        return object != null && valueAt(object, DICTIONARY) instanceof COSDictionary named ? named : null;
    }

    private static @Nullable COSBase valueAt(String text, Pattern before) throws IOException {
        var start = before.matcher(text);
        if (!start.find()) {
            return null;
        }
        var rest = text.substring(start.end());
        if (rest.chars().filter(one -> one == '[' || one == '<').count() > DEEPEST) {
            return null;
        }
        return new PDFStreamParser(rest.getBytes(StandardCharsets.ISO_8859_1)).parseNextToken() instanceof COSBase value
                ? value
                : null;
    }
}
