package eu.lethe.platform.receiving;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.platform.receiving.KeptMessage.Content;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Understands what a message may be seen to hold without anybody reading about a person: names, and of values only ids. */
final class Contents {

    /**
     * One member of it.
     *
     * @param name as the event's schema has it
     * @param kind {@code id}, {@code sealed}, {@code clear}, or {@code absent}
     * @param id its value, where that is an id
     */
    record Member(
            String name,

            @jakarta.validation.constraints.Pattern(regexp = "id|sealed|clear|absent") String kind,

            @Nullable UUID id) {}

    private static final JsonMapper JSON = EventJson.mapper();
    /** What an event of Lethe calls its members; whatever else a message holds could be anybody's words. */
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]{0,40}");

    private static final Pattern SEALED = Pattern.compile("eyJ[\\w-]+\\.[\\w-]*\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final int MOST = 60;

    private Contents() {}

    static List<Member> of(@Nullable Content content) {
        var value = content == null ? null : content.bytes();
        if (value == null) {
            return List.of();
        }
        try {
            return JSON.readTree(value).properties().stream()
                    .filter(member -> NAME.matcher(member.getKey()).matches())
                    .limit(MOST)
                    .map(member -> member(member.getKey(), member.getValue()))
                    .toList();
        } catch (JacksonException unreadable) {
            return List.of();
        }
    }

    private static Member member(String name, JsonNode value) {
        if (value.isNull() || (value.isContainer() && value.isEmpty())) {
            return new Member(name, "absent", null);
        }
        if (holdsSealed(value)) {
            return new Member(name, "sealed", null);
        }
        var id = id(value.asString(""));
        return new Member(name, id == null ? "clear" : "id", id);
    }

    private static boolean holdsSealed(JsonNode value) {
        return value.isContainer()
                ? value.valueStream().anyMatch(Contents::holdsSealed)
                : SEALED.matcher(value.asString("")).matches();
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
