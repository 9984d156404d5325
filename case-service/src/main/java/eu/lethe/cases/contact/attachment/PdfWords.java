package eu.lethe.cases.contact.attachment;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands where the words of a PDF's objects begin and end; what stands in texts and comments is none. */
final class PdfWords {

    private static final int LONGEST_WORD = 64;

    /** No program writes longer ones; a parenthesis that nobody closes must not hide the rest of the document. */
    private static final int LONGEST_TEXT = 64 * 1024;

    private static final Pattern ESCAPED = Pattern.compile("#(\\p{XDigit}{2})");

    private final Consumer<String> listener;
    private final StringBuilder word = new StringBuilder();
    private int depth;
    private int textLength;
    private boolean escaped;
    private boolean comment;

    PdfWords(Consumer<String> listener) {
        this.listener = listener;
    }

    void next(int one) {
        if (comment) {
            comment = one != '\n' && one != '\r';
        } else if (depth > 0) {
            text(one);
        } else {
            object(one);
        }
    }

    /** Nothing follows. */
    void end() {
        if (!word.isEmpty()) {
            var whole = word.toString();
            word.setLength(0);
            listener.accept(whole.indexOf('#') < 0 ? whole : unescaped(whole));
        }
    }

    private void text(int one) {
        textLength++;
        if (textLength > LONGEST_TEXT) {
            depth = 0;
        } else if (escaped) {
            escaped = false;
        } else if (one == '\\') {
            escaped = true;
        } else if (one == '(') {
            depth++;
        } else if (one == ')') {
            depth--;
        }
    }

    private void object(int one) {
        switch (one) {
            case 0, '\t', '\n', '\f', '\r', ' ', '<', '>', '[', ']', '{', '}', ')' -> end();
            case '%' -> {
                end();
                comment = true;
            }
            case '(' -> {
                end();
                depth = 1;
                textLength = 0;
                escaped = false;
            }
            case '/' -> {
                end();
                word.append('/');
            }
            default -> {
                if (word.length() < LONGEST_WORD) {
                    word.append((char) one);
                }
            }
        }
    }

    private static String unescaped(String name) {
        return ESCAPED.matcher(name)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }
}
