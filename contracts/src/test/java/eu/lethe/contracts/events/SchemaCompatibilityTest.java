package eu.lethe.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Within a version, optional members come and go, and nothing else moves. */
class SchemaCompatibilityTest {

    private static final String RELEASED = """
            {
              "title": "ContactRecorded",
              "type": "object",
              "properties": {
                "contactId": {"type": "string", "format": "uuid"},
                "mentioned": {"type": "array", "items": {"type": "string", "format": "uuid"}},
                "text": {"type": "string", "x-lethe-clear": {"type": "string"}},
                "codes": {"type": "string", "x-lethe-clear": {"$ref": "#/$defs/Codes"}},
                "note": {"type": "string"}
              },
              "required": ["contactId", "mentioned", "text"],
              "$defs": {
                "Codes": {
                  "type": "object",
                  "properties": {"codes": {"type": "array", "items": {"type": "string"}}},
                  "required": ["codes"]
                }
              }
            }""";

    @Test
    void the_same_schema_goes_together() {
        assertThat(breaks(released -> released)).isEmpty();
    }

    @Test
    void an_optional_member_may_be_added() {
        assertThat(breaks(released -> released.replace("\"note\":", "\"place\": {\"type\": \"string\"}, \"note\":")))
                .isEmpty();
    }

    @Test
    void an_optional_member_may_be_removed() {
        assertThat(breaks(released -> released.replace(",\n    \"note\": {\"type\": \"string\"}", "")))
                .isEmpty();
    }

    @Test
    void words_for_the_reader_may_change() {
        assertThat(breaks(released -> released.replace("\"title\": \"ContactRecorded\"", "\"description\": \"…\"")))
                .isEmpty();
    }

    @Test
    void the_order_of_required_members_may_change() {
        assertThat(breaks(released -> released.replace(
                        "[\"contactId\", \"mentioned\", \"text\"]", "[\"text\", \"contactId\", \"mentioned\"]")))
                .isEmpty();
    }

    @Test
    void a_definition_may_be_written_in_place() {
        assertThat(breaks(released -> released.replace("{\"$ref\": \"#/$defs/Codes\"}", """
                        {"type": "object", "required": ["codes"],
                         "properties": {"codes": {"type": "array", "items": {"type": "string"}}}}""")))
                .isEmpty();
    }

    @Test
    void a_required_member_may_not_be_added() {
        assertThat(breaks(released -> released.replace("\"note\":", "\"unit\": {\"type\": \"string\"}, \"note\":")
                        .replace("\"text\"]", "\"text\", \"unit\"]")))
                .containsExactly("/unit became required");
    }

    @Test
    void a_required_member_may_not_be_removed() {
        assertThat(breaks(released -> released.replace("\"mentioned\", \"text\"]", "\"text\"]")
                        .replace(
                                "\"mentioned\": {\"type\": \"array\", \"items\": {\"type\": \"string\", \"format\": \"uuid\"}},",
                                "")))
                .containsExactly("/mentioned is no longer required");
    }

    @Test
    void an_optional_member_may_not_become_required() {
        assertThat(breaks(released -> released.replace("\"text\"]", "\"text\", \"note\"]")))
                .containsExactly("/note became required");
    }

    @Test
    void a_required_member_may_not_become_optional() {
        assertThat(breaks(released -> released.replace(", \"text\"]", "]")))
                .containsExactly("/text is no longer required");
    }

    @Test
    void a_member_may_not_change_its_type() {
        assertThat(breaks(released ->
                        released.replace("\"note\": {\"type\": \"string\"}", "\"note\": {\"type\": \"integer\"}")))
                .containsExactly("/note changed its type");
    }

    @Test
    void a_member_may_not_change_its_format() {
        assertThat(breaks(released -> released.replace(
                        "\"contactId\": {\"type\": \"string\", \"format\": \"uuid\"}",
                        "\"contactId\": {\"type\": \"string\"}")))
                .containsExactly("/contactId changed its format");
    }

    @Test
    void the_members_of_a_list_may_not_change() {
        assertThat(breaks(released -> released.replace(
                        "\"items\": {\"type\": \"string\", \"format\": \"uuid\"}",
                        "\"items\": {\"type\": \"integer\"}")))
                .containsExactlyInAnyOrder("/mentioned/items changed its type", "/mentioned/items changed its format");
    }

    @Test
    void clear_data_may_not_take_the_place_of_sealed_data() {
        assertThat(breaks(released -> released.replace(", \"x-lethe-clear\": {\"type\": \"string\"}", "")))
                .containsExactly("/text changed its x-lethe-clear");
    }

    @Test
    void what_a_sealed_value_holds_keeps_to_the_same_rule() {
        assertThat(breaks(released -> released.replace("\"required\": [\"codes\"]", "\"required\": []")))
                .containsExactly("/codes/x-lethe-clear/codes is no longer required");
    }

    private static Iterable<String> breaks(UnaryOperator<String> change) {
        return SchemaCompatibility.breaks(parsed(RELEASED), parsed(change.apply(RELEASED)));
    }

    private static JsonNode parsed(String schema) {
        return JsonMapper.shared().readTree(schema);
    }
}
