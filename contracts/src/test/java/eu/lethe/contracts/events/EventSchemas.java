package eu.lethe.contracts.events;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Understands how an event record is described in JSON Schema 2020-12: what is {@code @Nullable} in Java, or a list that is
 * left out when empty, may be absent in JSON, and nothing is ever null. What is sealed twice is a seal within a seal. Objects are open, since a later minor version may add a member.
 */
final class EventSchemas {

    /** The schema of what a sealed value holds once opened; a keyword of our own, which validators pass over. */
    static final String CLEAR = "x-lethe-clear";

    private static final Map<Class<?>, Map<String, String>> TEXTS = Map.of(
            UUID.class,
                    Map.of(
                            "format", "uuid",
                            "pattern", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"),
            Instant.class, Map.of("format", "date-time"),
            LocalDate.class, Map.of("format", "date"),
            Compartment.class, Map.of("pattern", "^[a-z][a-z-]{1,31}$"),
            KeyId.class,
                    Map.of(
                            "pattern",
                            "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[a-z][a-z-]{1,31}\\.[1-9][0-9]{0,9}$"));

    /** JWE compact serialization without an encrypted key, with a 96 bit IV and a 128 bit tag. */
    private static final String JWE = "^[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]{22}$";

    private final JsonMapper json = JsonMapper.shared();
    private final SchemaGenerator generator;

    EventSchemas() {
        var config = new SchemaGeneratorConfigBuilder(json, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.PLAIN_DEFINITION_KEYS);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider(this::text)
                .withPropertySorter(EventSchemas::inOrderOfDeclaration);
        config.forFields().withRequiredCheck(field -> !isNullable(field) && !isLeftOutWhenEmpty(field));
        generator = new SchemaGenerator(config.build());
    }

    /** The schema of one event. */
    ObjectNode of(Class<? extends DomainEvent> event) {
        var schema = json.createObjectNode();
        var generated = generator.generateSchema(event);
        schema.set("$schema", generated.get("$schema"));
        schema.put("title", event.getSimpleName());
        generated.properties().forEach(member -> schema.set(member.getKey(), member.getValue()));
        return schema;
    }

    private @Nullable CustomDefinition text(ResolvedType type, SchemaGenerationContext context) {
        var keywords = TEXTS.get(type.getErasedType());
        if (keywords != null) {
            var schema = json.createObjectNode().put("type", "string");
            keywords.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(keyword -> schema.put(keyword.getKey(), keyword.getValue()));
            return inline(schema);
        }
        if (type.getErasedType() == Sealed.class) {
            var clear = type.typeParametersFor(Sealed.class).getFirst();
            var schema = json.createObjectNode()
                    .put("type", "string")
                    .put("contentMediaType", "application/jose")
                    .put("pattern", JWE);
            schema.set(CLEAR, context.createDefinitionReference(clear));
            return inline(schema);
        }
        return null;
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.NO);
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isLeftOutWhenEmpty(FieldScope field) {
        var inclusion = field.getRawMember().getAnnotation(JsonInclude.class);
        return inclusion != null && inclusion.value() == JsonInclude.Include.NON_EMPTY;
    }

    private static int inOrderOfDeclaration(MemberScope<?, ?> one, MemberScope<?, ?> other) {
        return 0;
    }
}
