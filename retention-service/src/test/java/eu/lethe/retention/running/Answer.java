package eu.lethe.retention.running;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Understands what was answered. */
public record Answer(int status, String text) {

    /** The member at a JSON pointer. */
    public JsonNode at(String pointer) {
        return text.isBlank()
                ? MissingNode.getInstance()
                : JsonMapper.shared().readTree(text).at(pointer);
    }

    /** The text at a JSON pointer. */
    public String textAt(String pointer) {
        return at(pointer).asString("");
    }

    /** The id at a JSON pointer. */
    public UUID idAt(String pointer) {
        return UUID.fromString(textAt(pointer));
    }

    /** The elements of an array. */
    public Stream<JsonNode> each(String pointer) {
        return at(pointer).valueStream();
    }

    /** The bytes as they came. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
