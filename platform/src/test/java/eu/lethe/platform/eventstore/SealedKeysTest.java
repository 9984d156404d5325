package eu.lethe.platform.eventstore;

import static eu.lethe.platform.notebook.Seals.keyOf;
import static eu.lethe.platform.notebook.Seals.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedKeysTest {

    private final UUID person = UUID.randomUUID();

    @Test
    void sealed_values_are_found_however_deep() {
        assertThat(keysIn(
                        "{\"a\":[{\"b\":\"%s\"}]}".formatted(line(keyOf(person)).compact())))
                .containsExactly(keyOf(person).toString());
    }

    @Test
    void an_event_that_seals_nothing_has_no_keys() {
        assertThat(keysIn("{\"personId\":\"%s\",\"count\":2,\"flag\":true,\"none\":null}".formatted(person)))
                .isEmpty();
    }

    @Test
    void a_text_that_only_looks_sealed_has_no_key() {
        assertThat(keysIn("{\"unit\":\"eyJ\"}")).isEmpty();
    }

    private static Iterable<String> keysIn(String json) {
        return SealedKeys.in(json.getBytes(UTF_8));
    }
}
