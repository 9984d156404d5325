package eu.lethe.contracts.events;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Understands which changes a schema may go through without a new version: an optional member is added, or removed. Events
 * are replayed for ever, by readers older and newer than the writer, so nothing else will do.
 */
final class SchemaCompatibility {

    /** Say something to the reader and nothing about the data. */
    private static final Set<String> ANNOTATIONS =
            Set.of("$schema", "$id", "$defs", "title", "description", "$comment");

    /** Their values are schemas. */
    private static final Set<String> NESTED = Set.of("items", EventSchemas.CLEAR);

    private final JsonNode released;
    private final JsonNode today;
    private final List<String> breaks = new ArrayList<>();

    private SchemaCompatibility(JsonNode released, JsonNode today) {
        this.released = released;
        this.today = today;
    }

    /** What may not have changed and did, each with its place; empty when the two go together. */
    static List<String> breaks(JsonNode released, JsonNode today) {
        var comparison = new SchemaCompatibility(released, today);
        comparison.compare("", released, today);
        return comparison.breaks;
    }

    private void compare(String place, JsonNode before, JsonNode after) {
        var old = resolved(before, released);
        var now = resolved(after, today);
        for (var keyword : union(old.propertyNames(), now.propertyNames())) {
            if (ANNOTATIONS.contains(keyword)) {
                continue;
            }
            switch (keyword) {
                case "properties" -> compareMembers(place, old, now);
                case "required" -> compareRequired(place, old, now);
                default -> compareKeyword(place, keyword, old, now);
            }
        }
    }

    private void compareMembers(String place, JsonNode old, JsonNode now) {
        var before = old.path("properties");
        var after = now.path("properties");
        for (var member : union(before.propertyNames(), after.propertyNames())) {
            if (before.has(member) && after.has(member)) {
                compare(place + "/" + member, before.get(member), after.get(member));
            }
        }
    }

    private void compareRequired(String place, JsonNode old, JsonNode now) {
        var before = required(old);
        var after = required(now);
        for (var member : union(before, after)) {
            if (!before.contains(member)) {
                breaks.add(place + "/" + member + " became required");
            } else if (!after.contains(member)) {
                breaks.add(place + "/" + member + " is no longer required");
            }
        }
    }

    private void compareKeyword(String place, String keyword, JsonNode old, JsonNode now) {
        if (NESTED.contains(keyword) && old.has(keyword) && now.has(keyword)) {
            compare(place + "/" + keyword, old.get(keyword), now.get(keyword));
        } else if (!old.path(keyword).equals(now.path(keyword))) {
            breaks.add(place + " changed its " + keyword);
        }
    }

    private static JsonNode resolved(JsonNode schema, JsonNode root) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolved(root.at(reference.substring(1)), root);
    }

    private static Set<String> required(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
    }

    private static Set<String> union(Iterable<String> one, Iterable<String> other) {
        var all = new LinkedHashSet<String>();
        one.forEach(all::add);
        other.forEach(all::add);
        return all;
    }
}
