package eu.lethe.platform.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Understands which members of a JSON object are always there: those of a record's components that are not
 * {@link Nullable}. The code says it once, and the compiler checks it.
 */
final class RequiredMembers implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        var schema = others.next().resolve(type, context, others);
        var record = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && record.isRecord() && record.getPackage().isAnnotationPresent(NullMarked.class)) {
            require(alwaysThere(record), described(schema, context));
        }
        return schema;
    }

    private static void require(List<String> members, @Nullable Schema<?> schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        members.stream()
                .filter(schema.getProperties()::containsKey)
                .filter(member ->
                        schema.getRequired() == null || !schema.getRequired().contains(member))
                .forEach(schema::addRequiredItem);
    }

    /** An object stands apart in the document and is referred to. */
    private static @Nullable Schema<?> described(Schema<?> schema, ModelConverterContext context) {
        var reference = schema.get$ref();
        return reference == null
                ? schema
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static List<String> alwaysThere(Class<?> record) {
        return Arrays.stream(Objects.requireNonNull(record.getRecordComponents()))
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }
}
