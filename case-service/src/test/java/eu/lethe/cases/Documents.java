package eu.lethe.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Documents as somebody brings them. */
final class Documents {

    private Documents() {}

    /** A PDF of one page that is so long; what fills it up stands behind its start as a comment. */
    static byte[] pdf(int length) {
        var page = pdf(1, "");
        if (length < page.length) {
            throw new IllegalArgumentException("no PDF is that short");
        }
        // readers look for the end of a PDF near its end: white space may follow it
        var pdf = Arrays.copyOf(page, length);
        Arrays.fill(pdf, page.length, length, (byte) '\n');
        if (length - page.length > 1_000) {
            var end = "startxref\n%d\n%%%%EOF\n"
                    .formatted(startXref(page))
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            System.arraycopy(end, 0, pdf, length - end.length, end.length);
        }
        return pdf;
    }

    /** A PDF of so many pages that asks for a password, unless it is empty. */
    static byte[] pdf(int pages, String password) {
        try (var document = new PDDocument()) {
            document.setDocumentId(1L);
            for (var page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static int startXref(byte[] pdf) {
        var text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
        var at = text.lastIndexOf("startxref") + "startxref".length();
        return Integer.parseInt(text.substring(at, text.lastIndexOf("%%EOF")).strip());
    }
}
