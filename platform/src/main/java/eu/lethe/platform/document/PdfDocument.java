package eu.lethe.platform.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import eu.lethe.platform.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.springframework.http.HttpStatus;

/**
 * Understands how a page of XHTML becomes a PDF that a screen reader can read (PDF/UA-1), in the one look that all documents
 * have. It is made in memory: nothing of it touches a disk, and nothing that the page names is fetched.
 */
public final class PdfDocument {

    private record Font(String family, int weight, Typeface typeface) {}

    private static final int REGULAR = 400;
    private static final int SEMI_BOLD = 600;
    private static final int BOLD = 700;

    private static final List<Font> FONTS = List.of(
            new Font("Atkinson Hyperlegible Next", REGULAR, Typeface.OWN),
            new Font("Atkinson Hyperlegible Next", BOLD, Typeface.OWN_BOLD),
            new Font("Lethe Serif", REGULAR, Typeface.OWN_SERIF),
            new Font("Lethe Serif", SEMI_BOLD, Typeface.OWN_SERIF_BOLD));

    /** A part is some fifty sheets. */
    private static final int MOST_PARTS = 20;

    private static final String PAGE_NUMBER = "content: counter(page)";

    private static final String STYLE = new String(Typeface.resource("document.css"), StandardCharsets.UTF_8);

    static {
        // the renderer's own log quotes what it renders
        XRLog.setLoggingEnabled(false);
    }

    private PdfDocument() {}

    /**
     * Makes the PDF.
     *
     * @param xhtml a whole document with {@code lang}, {@code title} and {@code <meta name="subject">}; {@link Page} writes
     *     one. Style is added here.
     */
    public static byte[] of(String xhtml) {
        return of(xhtml, STYLE);
    }

    private static byte[] of(String xhtml, String style) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("Lethe")
                .withHtmlContent(xhtml.replace("</head>", "<style>" + style + "</style></head>"), null)
                .toStream(pdf);
        builder.useUriResolver((_, _) -> null);
        builder.useUnicodeBidiSplitter(RightToLeft.Runs::new);
        builder.useUnicodeBidiReorderer(new RightToLeft());
        builder.useUnicodeLineBreaker(Breaks.ofLines());
        builder.useUnicodeCharacterBreaker(Breaks.ofWords());
        FONTS.forEach(font -> builder.useFont(
                () -> new ByteArrayInputStream(font.typeface().bytes()),
                font.family(),
                font.weight(),
                FontStyle.NORMAL,
                true));
        Typeface.besides(RightToLeft.shaped(xhtml))
                .forEach(other -> builder.useFont(
                        () -> new ByteArrayInputStream(other.bytes()),
                        other.name(),
                        REGULAR,
                        FontStyle.NORMAL,
                        true,
                        EnumSet.of(FSFontUseCase.FALLBACK_FINAL)));
        try {
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return pdf.toByteArray();
    }

    /**
     * Makes the PDF of a page however long: part after part, laid together, so that memory holds the layout of one part only.
     *
     * @throws Problem 503 {@code busy} when others have to be made first, 422 {@code document-too-long} when it is too much
     *     for one document
     */
    public static byte[] of(Page page) {
        return DocumentQueue.inTurn(() -> {
            var parts = page.parts();
            if (parts.size() > MOST_PARTS) {
                throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "document-too-long");
            }
            return parts.size() == 1 ? of(parts.getFirst()) : together(parts);
        });
    }

    private static byte[] together(List<String> parts) {
        var merging = new PDFMergerUtility();
        var whole = new ByteArrayOutputStream();
        for (var part = 0; part < parts.size(); part++) {
            // each part counts its own pages
            var style = STYLE.replace(PAGE_NUMBER, "content: \"%d – \" counter(page)".formatted(part + 1));
            merging.addSource(new RandomAccessReadBuffer(of(parts.get(part), style)));
        }
        merging.setDestinationStream(whole);
        try {
            merging.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return whole.toByteArray();
    }
}
