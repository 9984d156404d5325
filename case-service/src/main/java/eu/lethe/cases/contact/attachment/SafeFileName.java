package eu.lethe.cases.contact.attachment;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * Understands the name under which a document is saved on somebody's computer: it ends as what the document is by its
 * content, and says nothing to a computer or to an eye that it does not say to the other.
 */
public record SafeFileName(String text) {

    private static final int LONGEST = 255;
    private static final int BEYOND_ASCII = 0x7F;

    private static final Map<String, List<String>> ENDINGS = Map.of(
            "application/pdf", List.of(".pdf"),
            "image/png", List.of(".png"),
            "image/jpeg", List.of(".jpg", ".jpeg"),
            "image/webp", List.of(".webp"));

    /** Devices of Windows, whatever follows their name. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])\\s*(?:\\..*)?",
            Pattern.CASE_INSENSITIVE);

    /**
     * Makes the name safe. A name that is safe stays as it is.
     *
     * @param given what the document was called
     * @param mediaType what it is by its content
     */
    public static SafeFileName of(String given, String mediaType) {
        var endings = ENDINGS.getOrDefault(mediaType, List.of(".bin"));
        var name = trimmed(cleaned(Normalizer.normalize(given, Normalizer.Form.NFC)));
        var ending = endings.stream()
                .filter(name.toLowerCase(Locale.ROOT)::endsWith)
                .findFirst()
                .map(found -> name.substring(name.length() - found.length()))
                .orElse(endings.getFirst());
        var stem = trimmed(name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name);
        if (stem.isEmpty()) {
            stem = "document";
        }
        if (DEVICE.matcher(stem).matches()) {
            stem = "_" + stem;
        }
        return new SafeFileName(trimmed(shortened(stem, LONGEST - ending.length())) + ending);
    }

    /** As a header says it (RFC 6266, RFC 8187): plain for old programs, whole for the others. */
    public String asAttachment() {
        var plain = new StringBuilder();
        text.codePoints()
                .forEach(character -> plain.appendCodePoint(
                        character >= BEYOND_ASCII || character == '%' || character == ';' ? '_' : character));
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                + UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static String cleaned(String name) {
        var cleaned = new StringBuilder();
        name.codePoints().forEach(character -> {
            if ("/\\<>:\"|?*".indexOf(character) >= 0) {
                cleaned.append('_');
            } else if (isSeen(character)) {
                cleaned.appendCodePoint(Character.isSpaceChar(character) ? ' ' : character);
            }
        });
        return cleaned.toString();
    }

    /** Format characters turn the direction of what follows, or hide in it. */
    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Without dots and spaces at its ends: Windows drops those behind, and others hide what begins with one. */
    private static String trimmed(String name) {
        var from = 0;
        var to = name.length();
        while (from < to && isDotOrSpace(name.charAt(from))) {
            from++;
        }
        while (to > from && isDotOrSpace(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static boolean isDotOrSpace(char character) {
        return character == '.' || character == ' ';
    }

    /** File systems count bytes. */
    private static String shortened(String name, int most) {
        var shortened = name;
        while (shortened.getBytes(StandardCharsets.UTF_8).length > most) {
            shortened = shortened.substring(0, shortened.offsetByCodePoints(shortened.length(), -1));
        }
        return shortened;
    }

    @Override
    public String toString() {
        return "SafeFileName[…]";
    }
}
