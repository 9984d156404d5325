package eu.lethe.incoming;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands whether an address can be read at all: whole percent signs, whole UTF-8, no characters that steer a terminal, a
 * database or the direction of reading, no more parameters than anybody needs, and a name for each.
 */
public final class WellFormed {

    private static final int MOST_PARAMETERS = 200;

    private WellFormed() {}

    /** Whether the address of a request can be read. */
    public static boolean isAddressOf(HttpServletRequest request) {
        return isText(request.getRequestURI()) && isQuery(request.getQueryString());
    }

    private static boolean isQuery(@Nullable String query) {
        return query == null
                || (query.chars().filter(character -> character == '&').count() < MOST_PARAMETERS
                        && isText(query)
                        && !hasNamelessParameter(query));
    }

    private static boolean hasNamelessParameter(String query) {
        return query.startsWith("=") || query.contains("&=");
    }

    private static boolean isText(String encoded) {
        return decoded(encoded)
                .filter(text -> text.codePoints().allMatch(WellFormed::isHarmless))
                .isPresent();
    }

    private static Optional<String> decoded(String encoded) {
        var bytes = ByteBuffer.allocate(encoded.length());
        for (var at = 0; at < encoded.length(); at++) {
            var character = encoded.charAt(at);
            if (character == '%') {
                var high = at + 2 < encoded.length() ? Character.digit(encoded.charAt(at + 1), 16) : -1;
                var low = at + 2 < encoded.length() ? Character.digit(encoded.charAt(at + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.put((byte) (high * 16 + low));
                at += 2;
            } else if (character > 0xFF) {
                return Optional.empty();
            } else {
                bytes.put((byte) character);
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }

    private static boolean isHarmless(int codePoint) {
        return !Character.isISOControl(codePoint) && !turnsDirection(codePoint);
    }

    /** Whether the character turns the direction of reading of others: embeddings, overrides and isolates. */
    public static boolean turnsDirection(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
