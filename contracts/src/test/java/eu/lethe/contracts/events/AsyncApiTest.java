package eu.lethe.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document shows every event in the channel it is published to, with its schema. */
class AsyncApiTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final EventTypes TYPES = EventTypes.ofLethe();

    private final JsonNode document = new YAMLMapper().readTree(RESOURCES.resolve("asyncapi.yaml"));

    static Stream<EventTypes.Domain> domains() {
        return Stream.of(EventTypes.CASES, EventTypes.CONSENTS, EventTypes.RETENTION, EventTypes.ACCESS);
    }

    private static Stream<Class<? extends DomainEvent>> published() {
        return TYPES.all().stream().filter(event -> TYPES.isPublishedBy(TYPES.sourceOf(event), event));
    }

    static Stream<String> types() {
        return published().map(TYPES::typeOf);
    }

    @Test
    void it_is_asyncapi_3() {
        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
    }

    @Test
    void there_is_one_channel_for_each_topic() {
        assertThat(document.path("channels").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        domains().map(EventTypes.Domain::topic).toList());
    }

    @ParameterizedTest
    @MethodSource("domains")
    void a_channel_shows_its_own_events_and_no_others(EventTypes.Domain domain) {
        assertThat(document.path("channels")
                        .path(domain.topic())
                        .path("messages")
                        .propertyNames())
                .containsExactlyInAnyOrderElementsOf(published()
                        .filter(event -> TYPES.topicOf(event).equals(domain.topic()))
                        .map(TYPES::typeOf)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("domains")
    void a_channel_has_the_address_of_its_topic(EventTypes.Domain domain) {
        assertThat(document.path("channels")
                        .path(domain.topic())
                        .path("address")
                        .asString())
                .isEqualTo(domain.topic());
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_message_refers_to_the_schema_of_its_type(String type) {
        var schema = message(type).path("payload").path("$ref").asString();

        assertThat(schema).isEqualTo("./schemas/" + type + ".json");
        assertThat(Files.exists(RESOURCES.resolve(schema))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_message_says_in_a_sentence_what_happened(String type) {
        assertThat(message(type).path("summary").asString()).isNotBlank();
    }

    @Test
    void a_message_that_nobody_publishes_is_not_described() {
        assertThat(document.path("components").path("messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(types().toList());
    }

    @Test
    void the_headers_name_every_service_as_a_source() {
        assertThat(document.at("/components/schemas/cloudEventHeaders/properties/ce_source/enum")
                        .valueStream())
                .extracting(JsonNode::stringValue)
                .containsExactlyInAnyOrderElementsOf(domains()
                        .map(EventTypes.Domain::source)
                        .filter(source -> !source.equals(EventTypes.EVERY_SERVICE))
                        .toList());
    }

    @Test
    void every_reference_inside_the_document_leads_somewhere() {
        assertThat(document.findValues("$ref"))
                .extracting(JsonNode::stringValue)
                .filteredOn(reference -> reference.startsWith("#"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private JsonNode message(String type) {
        return document.path("components").path("messages").path(type);
    }
}
