package eu.lethe.contracts.events;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.lethe.contracts.events.cases.AssessmentEvent.AssessmentWritten;
import eu.lethe.contracts.events.cases.ContactEvent.AttachmentAdded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCoded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRestored;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import eu.lethe.contracts.events.cases.HouseholdEvent.MemberJoined;
import eu.lethe.contracts.events.cases.PersonEvent.PersonAmended;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.cases.ReadingEvent.ExceptionalAccessOpened;
import eu.lethe.contracts.events.cases.ReadingEvent.ReadingRestricted;
import eu.lethe.contracts.events.cases.ReadingEvent.WorkerExcluded;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralAnswered;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralMade;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationDismissed;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationKept;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationMoved;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationReceived;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.NoticeExcepted;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentGranted;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events written once are read for ever: one stored sample of each type, sealed by another library, under keys stored
 * beside them. A sample is never edited; a type that changes gets one more, {@code <type>@2.json}.
 */
class StoredSamplesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final EventTypes TYPES = EventTypes.ofLethe();
    private static final Map<String, JsonNode> STORED = SchemaFiles.in(SAMPLES.resolve("v1"));
    private static final Map<String, JsonNode> SCHEMAS = SchemaFiles.in(SchemaFiles.TODAY);

    /** The member that names the record which sealed members are bound to. */
    private static final Map<Class<?>, String> RECORD_ID = Map.ofEntries(
            entry(PersonRegistered.class, "personId"),
            entry(PersonAmended.class, "revisionId"),
            entry(MemberJoined.class, "membershipId"),
            entry(WorkerExcluded.class, "exclusionId"),
            entry(ReadingRestricted.class, "restrictionId"),
            entry(ExceptionalAccessOpened.class, "accessId"),
            entry(ContactRecorded.class, "contactId"),
            entry(ContactCorrected.class, "revisionId"),
            entry(ContactCoded.class, "codingId"),
            entry(ContactWithdrawn.class, "contactId"),
            // the sample was never corrected and never coded anew, so that all three ids of it are one
            entry(ContactRestored.class, "contactId"),
            entry(AttachmentAdded.class, "attachmentId"),
            entry(AssessmentWritten.class, "revisionId"),
            entry(ReferralMade.class, "referralId"),
            entry(ReferralAnswered.class, "answerId"),
            entry(InformationReceived.class, "informationId"),
            entry(InformationMoved.class, "informationId"),
            entry(NoticeExcepted.class, "informationId"),
            entry(InformationKept.class, "reviewId"),
            entry(InformationDismissed.class, "reviewId"),
            entry(ConsentGranted.class, "consentId"));

    private final JsonMapper json = EventJson.mapper();

    static Stream<String> stored_samples() {
        return STORED.keySet().stream();
    }

    /** A member of an event that holds something sealed. */
    record SealedMember(Class<? extends DomainEvent> event, String name, Type content) {}

    /** What such a member holds in a stored sample. */
    record SealedValue(String sample, SealedMember member) {}

    private static Stream<SealedMember> sealedMembers() {
        return TYPES.all().stream()
                .flatMap(event -> Arrays.stream(event.getRecordComponents())
                        .filter(member -> member.getType() == Sealed.class)
                        .map(member -> new SealedMember(event, member.getName(), contentOf(member.getGenericType()))));
    }

    static Stream<SealedValue> sealed_values() {
        return sealedMembers()
                .flatMap(member -> STORED.keySet().stream()
                        .filter(sample -> typeOf(sample).equals(TYPES.typeOf(member.event())))
                        .map(sample -> new SealedValue(sample, member)))
                .filter(value -> in(STORED, value.sample()).has(value.member().name()));
    }

    @Test
    void every_event_has_a_stored_sample() {
        assertThat(STORED.keySet().stream().map(StoredSamplesTest::typeOf).collect(Collectors.toSet()))
                .isEqualTo(TYPES.all().stream().map(TYPES::typeOf).collect(Collectors.toSet()));
    }

    @Test
    void every_sealed_member_stands_in_a_sample() {
        assertThat(sealed_values().map(SealedValue::member))
                .containsAll(sealedMembers().toList());
    }

    @ParameterizedTest
    @MethodSource("stored_samples")
    void it_fits_its_schema(String sample) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(in(SCHEMAS, typeOf(sample)).toString());

        var errors = schema.validate(
                in(STORED, sample).toString(),
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stored_samples")
    void it_is_read_without_loss(String sample) {
        var event = json.treeToValue(
                in(STORED, sample), TYPES.classOf(typeOf(sample)).orElseThrow());

        assertThat(json.readTree(json.writeValueAsString(event)).equals(knownTodayOf(sample)))
                .as("%s written back: %s", sample, event)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("sealed_values")
    void what_was_sealed_then_opens_today(SealedValue value) {
        var member = value.member();
        var stored = in(STORED, value.sample());
        var recordId = UUID.fromString(stored.get(RECORD_ID.getOrDefault(member.event(), "no record id is known"))
                .stringValue());

        var clear = opened(
                Sealed.ofCompact(stored.get(member.name()).stringValue()),
                new SealingContext(recordId, member.name()),
                member.content());

        assertThat(clear).isNotNull().isNotInstanceOf(Sealed.class);
    }

    /** What is sealed twice is opened twice, in the same context. */
    private Object opened(Sealed<?> sealed, SealingContext context, Type content) {
        Object clear = json.readValue(Jwe.open(key(sealed.keyId()), context, sealed), json.constructType(content));
        return clear instanceof Sealed<?> inner ? opened(inner, context, contentOf(content)) : clear;
    }

    private static Type contentOf(Type sealed) {
        return ((ParameterizedType) sealed).getActualTypeArguments()[0];
    }

    /** {@code lethe.cases.ContactRecorded.v1} of {@code lethe.cases.ContactRecorded.v1@2}. */
    private static String typeOf(String sample) {
        return sample.replaceFirst("@.*", "");
    }

    private static JsonNode in(Map<String, JsonNode> files, String name) {
        var found = files.get(name);
        if (found == null) {
            throw new AssertionError("no file for " + name);
        }
        return found;
    }

    /** An optional member that was given up since is passed over. */
    private static JsonNode knownTodayOf(String sample) {
        var known = Set.copyOf(in(SCHEMAS, typeOf(sample)).get("properties").propertyNames());
        return ((ObjectNode) in(STORED, sample).deepCopy()).retain(known);
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
}
