package eu.lethe.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each sealed member of an event is described once, beside the events, as the schemas and the stored samples have it. */
class SealedFieldsTest {

    private static final EventTypes TYPES = EventTypes.ofLethe();
    private static final Map<String, JsonNode> SCHEMAS = SchemaFiles.in(SchemaFiles.TODAY);
    private static final Map<String, JsonNode> SAMPLES = SchemaFiles.in(Path.of("src/test/resources/samples/v1"));

    /** A sealed member and the interface that describes it. */
    record Member(Class<? extends DomainEvent> event, String name, Type holds) {

        /** {@code healthCodes} is {@code HEALTH_CODES}. */
        SealedField<?> field() throws ReflectiveOperationException {
            var constant = name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            return (SealedField<?>) event.getInterfaces()[0].getField(constant).get(null);
        }

        Stream<Sealed<?>> samples() {
            return SAMPLES.entrySet().stream()
                    .filter(sample -> sample.getKey().replaceFirst("@.*", "").equals(TYPES.typeOf(event)))
                    .filter(sample -> sample.getValue().has(name))
                    .map(sample -> Sealed.ofCompact(sample.getValue().get(name).stringValue()));
        }

        @Override
        public String toString() {
            return event.getSimpleName() + "." + name;
        }
    }

    static Stream<Member> sealed_members() {
        return TYPES.all().stream()
                .flatMap(event -> Arrays.stream(event.getRecordComponents())
                        .filter(member -> member.getType() == Sealed.class)
                        .map(member -> new Member(event, member.getName(), contentOf(member))));
    }

    @ParameterizedTest
    @MethodSource("sealed_members")
    void it_is_described_under_its_own_name(Member member) throws ReflectiveOperationException {
        assertThat(member.field().name()).isEqualTo(member.name());
    }

    @ParameterizedTest
    @MethodSource("sealed_members")
    void it_holds_what_is_described(Member member) throws ReflectiveOperationException {
        assertThat(member.field().type()).isEqualTo(erased(member.holds()));
    }

    @ParameterizedTest
    @MethodSource("sealed_members")
    void the_schema_has_it_sealed(Member member) throws ReflectiveOperationException {
        var schema = Objects.requireNonNull(SCHEMAS.get(TYPES.typeOf(member.event())));
        var clear = "/properties/" + member.field().name() + "/" + EventSchemas.CLEAR;

        assertThat(schema.at(clear).isMissingNode()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("sealed_members")
    void stored_samples_are_sealed_in_the_compartment_that_is_described(Member member)
            throws ReflectiveOperationException {
        var compartment = member.field().compartment();

        assertThat(member.samples())
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.keyId().compartment()).isEqualTo(compartment));
    }

    @Test
    void nothing_is_described_that_no_event_holds() {
        var described = TYPES.all().stream()
                .flatMap(event -> Stream.of(event.getInterfaces()))
                .distinct()
                .flatMap(subject -> Arrays.stream(subject.getDeclaredFields()))
                .filter(constant -> constant.getType() == SealedField.class)
                .map(SealedFieldsTest::described)
                .map(SealedField::name);

        assertThat(described).isSubsetOf(sealed_members().map(Member::name).toList());
    }

    private static SealedField<?> described(Field constant) {
        try {
            return (SealedField<?>) constant.get(null);
        } catch (IllegalAccessException notPublic) {
            throw new AssertionError(notPublic);
        }
    }

    private static Type contentOf(RecordComponent sealed) {
        return ((ParameterizedType) sealed.getGenericType()).getActualTypeArguments()[0];
    }

    private static Type erased(Type type) {
        return type instanceof ParameterizedType generic ? generic.getRawType() : type;
    }
}
