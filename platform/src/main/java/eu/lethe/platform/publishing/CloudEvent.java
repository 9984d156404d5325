package eu.lethe.platform.publishing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/**
 * Understands an event as others see it (CloudEvents 1.0). Written in JSON it is in structured mode.
 *
 * @param data the event's JSON; personal data in it is sealed
 */
@JsonPropertyOrder({"specversion", "id", "type", "source", "subject", "time", "datacontenttype", "data"})
public record CloudEvent(
        String id,
        String type,
        String source,
        UUID subject,
        Instant time,
        @JsonRawValue String data) {

    /** The version of CloudEvents. */
    @JsonProperty("specversion")
    public String specVersion() {
        return "1.0";
    }

    /** The data is JSON. */
    @JsonProperty("datacontenttype")
    public String dataContentType() {
        return "application/json";
    }
}
