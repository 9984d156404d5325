package eu.lethe.cases.contact.attachment;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.web.CleanText;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Understands what a document was called where it came from: the last part of its path, in whole characters. */
public record FileName(String text) {

    private static final int LONGEST = 255;

    /**
     * Reads the name as it was sent.
     *
     * @param text percent-encoded UTF-8
     * @throws Problem 400 when it is none
     */
    public FileName {
        var sent = decoded(text);
        text = CleanText.of(lastPart(sent)).strip();
        if (text.isEmpty() || text.length() > LONGEST || !sent.codePoints().allMatch(FileName::isClean)) {
            throw Problem.invalid("/name", text.isEmpty() ? "required" : "invalid");
        }
    }

    private static String decoded(String sent) {
        try {
            return UriUtils.decode(sent, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Problem.invalid("/name", "invalid");
        }
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static boolean isClean(int codePoint) {
        return !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE
                && codePoint != 0xFFFD;
    }

    @Override
    public String toString() {
        return "FileName[…]";
    }
}
