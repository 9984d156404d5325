package eu.lethe.platform.once;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands that what is being recorded under a key will be answered so, and that nothing else is recorded under that key:
 * whoever records says the answer before they give the command.
 */
public final class Claim {

    private final String key;
    private final String body;
    private final JsonMapper json;

    private @Nullable String answer;
    private List<UUID> persons = List.of();

    Claim(String key, String body, JsonMapper json) {
        this.key = key;
        this.body = body;
        this.json = json;
    }

    /**
     * Says what will be answered once it is recorded.
     *
     * @param what ids and days, nothing that is sealed elsewhere
     * @param about whoever it is about: once one of them is erased, it is forgotten
     */
    public <A> A answering(A what, UUID... about) {
        answer = json.writeValueAsString(what);
        persons = List.of(about);
        return what;
    }

    String key() {
        return key;
    }

    String body() {
        return body;
    }

    String answer() {
        return Objects.requireNonNull(answer, "the answer is said before the command is given");
    }

    String[] persons() {
        return persons.stream().map(UUID::toString).toArray(String[]::new);
    }

    boolean isOf(String otherBody) {
        return body.equals(otherBody);
    }
}
