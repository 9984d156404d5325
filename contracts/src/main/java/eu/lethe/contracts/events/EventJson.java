package eu.lethe.contracts.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands how events are written in JSON: ISO 8601 dates and times, sealed values as JWE compact strings, absent
 * values left out, and unknown members ignored, since a later minor version may add some.
 */
public final class EventJson {

    private EventJson() {}

    /** A mapper for events and for the clear text inside sealed values. */
    public static JsonMapper mapper() {
        return customize(JsonMapper.builder()).build();
    }

    /** Makes any mapper write and read as {@link #mapper()} does. */
    public static JsonMapper.Builder customize(JsonMapper.Builder builder) {
        return builder.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }
}
