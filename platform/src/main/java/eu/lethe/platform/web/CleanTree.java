package eu.lethe.platform.web;

import eu.lethe.platform.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Understands a tree of values whose shape is the sender's own: its texts, and the names of its members, obey the one rule. */
public final class CleanTree {

    private CleanTree() {}

    /**
     * The tree with its texts as they are taken.
     *
     * @throws Problem 400 when one cannot be
     */
    public static ObjectNode of(ObjectNode tree) {
        var clean = JsonNodeFactory.instance.objectNode();
        tree.propertyStream().forEach(member -> clean.set(text(member.getKey()), value(member.getValue())));
        return clean;
    }

    private static JsonNode value(JsonNode value) {
        return switch (value) {
            case ObjectNode tree -> of(tree);
            case ArrayNode list -> {
                var clean = JsonNodeFactory.instance.arrayNode();
                list.forEach(item -> clean.add(value(item)));
                yield clean;
            }
            case StringNode text -> JsonNodeFactory.instance.stringNode(text(text.stringValue()));
            default -> value;
        };
    }

    private static String text(String typed) {
        if (!CleanText.isClean(typed)) {
            throw Problem.invalid("", "invalid");
        }
        return CleanText.of(typed);
    }
}
