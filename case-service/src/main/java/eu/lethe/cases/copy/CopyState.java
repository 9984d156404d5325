package eu.lethe.cases.copy;

import eu.lethe.contracts.events.EventJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Understands whether two copies say the same: whatever is kept about the person, in whichever language it is printed. That
 * somebody read it, which the copy also says, is no change of it; else making it would.
 */
final class CopyState {

    /** Of the day, of the readings, of how a long copy is divided, and in words of the reader's language for codes that stand beside them. */
    private static final Set<String> PASSING = Set.of(
            "madeOn",
            "rereading",
            "part",
            "readers",
            "unitLabel",
            "keptUntil",
            "label",
            "recipientLabel",
            "purposeLabel",
            "codes");

    private static final String DECIDED = ":";

    private static final JsonMapper JSON = EventJson.mapper();

    private CopyState() {}

    /** Of the copy as it was written, before anything is masked. */
    static String of(PersonalCopy copy) {
        return Decision.digestOf(settled(JSON.valueToTree(copy)).toString());
    }

    /** Of the copy and of what was decided about it, as it is confirmed. */
    static String confirmed(String written, Collection<UUID> decisions) {
        return with(written, decisions) + DECIDED + with("", decisions);
    }

    /** Whether what was confirmed is this. */
    static boolean holds(@Nullable String confirmed, String written, Collection<UUID> decisions) {
        // without what follows, it was confirmed before copies had parts
        return confirmed != null && (confirmed + DECIDED).startsWith(with(written, decisions) + DECIDED);
    }

    /** Whether no more and nothing else is decided now than when it was confirmed: what can be said without reading the copy. */
    static boolean isDecidedAs(@Nullable String confirmed, Collection<UUID> decisions) {
        return confirmed != null && confirmed.endsWith(DECIDED + with("", decisions));
    }

    private static String with(String written, Collection<UUID> decisions) {
        return Decision.digestOf(written
                + decisions.stream().distinct().map(UUID::toString).sorted().collect(Collectors.joining(",", ":", "")));
    }

    /** The order in which things are told is no part of what they are. */
    private static JsonNode settled(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var kept = JSON.createObjectNode();
                object.properties().stream()
                        .filter(member -> !PASSING.contains(member.getKey()))
                        .forEach(member -> kept.set(member.getKey(), settled(member.getValue())));
                yield kept;
            }
            case ArrayNode array -> {
                List<JsonNode> items = new ArrayList<>();
                array.forEach(item -> items.add(settled(item)));
                items.sort(Comparator.comparing(JsonNode::toString));
                yield JSON.createArrayNode().addAll(items);
            }
            default -> node;
        };
    }
}
