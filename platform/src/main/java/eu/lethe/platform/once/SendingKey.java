package eu.lethe.platform.once;

import eu.lethe.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Understands under which key somebody sends something, so that sending it again records nothing new. A resource takes it as
 * a parameter. It is a secret of the sender: nothing keeps it in clear.
 */
public final class SendingKey {

    /** The header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    /** Long enough not to be guessed, short enough to be one. */
    static final String WRITTEN = "[A-Za-z0-9_-]{16,128}";

    /** A string as structured fields write it (RFC 9651), or the bare key. */
    private static final Pattern FIELD = Pattern.compile("\"(" + WRITTEN + ")\"|(" + WRITTEN + ")");

    private final @Nullable String key;
    private final String sender;
    private final String operation;

    private SendingKey(@Nullable String key, String sender, String operation) {
        this.key = key;
        this.sender = sender;
        this.operation = operation;
    }

    /**
     * Reads the header.
     *
     * @param fields as often as it was sent; never is once too, for who takes the risk
     * @param sender who sends, to whom alone the key means something
     * @param operation what is asked for, and where
     * @throws Problem 400 when it is no key
     */
    static SendingKey of(List<String> fields, String sender, String operation) {
        if (fields.isEmpty()) {
            return new SendingKey(null, sender, operation);
        }
        var field = FIELD.matcher(fields.getFirst());
        if (fields.size() > 1 || !field.matches()) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "key-malformed");
        }
        return new SendingKey(field.group(1) == null ? field.group(2) : field.group(1), sender, operation);
    }

    /** Whether it was sent with a key. */
    boolean isGiven() {
        return key != null;
    }

    /** What is remembered of the key: of another sender's it is another one. */
    String digest() {
        return Digests.of(secret(), "key");
    }

    /** What is remembered of what was sent: without the key, nobody can tell by trying what it may have been. */
    String digestOf(byte[] body) {
        return Digests.of(secret(), operation, body);
    }

    private byte[] secret() {
        return (sender + '\n' + key).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SendingKey[…]";
    }
}
