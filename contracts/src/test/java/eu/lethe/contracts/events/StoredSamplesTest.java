package eu.lethe.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.lethe.contracts.events.cases.CaseFileEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentGranted;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events written once are read for ever: one stored sample of each type, sealed by another library, under keys stored
 * beside them. A sample is never edited; a type that changes gets one more.
 */
class StoredSamplesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final EventTypes TYPES = EventTypes.ofLethe();
    private static final Map<String, JsonNode> STORED = SchemaFiles.in(SAMPLES.resolve("v1"));
    private static final Map<String, JsonNode> SCHEMAS = SchemaFiles.in(SchemaFiles.TODAY);

    /** The member that names the record which sealed members are bound to. */
    private static final Map<Class<?>, String> RECORD_ID = Map.of(
            PersonRegistered.class, "personId", ContactRecorded.class, "contactId", ConsentGranted.class, "consentId");

    private final JsonMapper json = EventJson.mapper();

    static Stream<String> stored_types() {
        return STORED.keySet().stream();
    }

    static Stream<Arguments> sealed_members() {
        return TYPES.all().stream()
                .flatMap(event -> Arrays.stream(event.getRecordComponents())
                        .filter(member -> member.getType() == Sealed.class)
                        .map(member -> Arguments.of(event, member.getName())));
    }

    @Test
    void every_event_has_a_stored_sample() {
        assertThat(STORED.keySet())
                .isEqualTo(TYPES.all().stream().map(TYPES::typeOf).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("stored_types")
    void it_fits_its_schema(String type) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaOf(type).toString());

        var errors = schema.validate(
                sampleOf(type).toString(),
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stored_types")
    void it_is_read_without_loss(String type) {
        var event = json.treeToValue(sampleOf(type), TYPES.classOf(type).orElseThrow());

        assertThat(json.valueToTree(event).equals(knownTodayOf(type)))
                .as("%s written back: %s", type, event)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("sealed_members")
    void what_was_sealed_then_opens_today(Class<? extends DomainEvent> event, String member) throws Exception {
        var sample = sampleOf(TYPES.typeOf(event));
        var sealed = Sealed.ofCompact(sample.get(member).stringValue());
        var recordId = UUID.fromString(sample.get(RECORD_ID.getOrDefault(event, "no record id is known"))
                .stringValue());

        var clear = Jwe.open(key(sealed.keyId()), new SealingContext(recordId, member), sealed);

        assertThat(json.readValue(clear, contentOf(event, member))).isNotNull();
    }

    private static JsonNode sampleOf(String type) {
        return in(STORED, type);
    }

    private static JsonNode schemaOf(String type) {
        return in(SCHEMAS, type);
    }

    private static JsonNode in(Map<String, JsonNode> files, String type) {
        var found = files.get(type);
        if (found == null) {
            throw new AssertionError("no file for " + type);
        }
        return found;
    }

    /** An optional member that was given up since is passed over. */
    private static JsonNode knownTodayOf(String type) {
        var known = Set.copyOf(schemaOf(type).get("properties").propertyNames());
        return ((ObjectNode) sampleOf(type).deepCopy()).retain(known);
    }

    private static ContentKey key(KeyId wanted) {
        return JsonMapper.shared()
                .readTree(SAMPLES.resolve("keys.json"))
                .get("keys")
                .valueStream()
                .map(jwk -> ContentKey.ofJwk(jwk.toString()))
                .filter(key -> key.id().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private static Class<?> contentOf(Class<?> event, String member) {
        return Arrays.stream(event.getRecordComponents())
                .filter(component -> component.getName().equals(member))
                .map(RecordComponent::getGenericType)
                .map(type -> (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow();
    }
}
