package eu.lethe.platform.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Understands what a record is called in the document. Many resources have an {@code Item} of their own, so a record inside
 * another type bears that type's name as well: {@code DueResource.Item} is a {@code DueItem}.
 */
final class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        if (!type.isRecord()) {
            return super.nameForClass(type, options);
        }
        var name = nameOf(type);
        var first = named.putIfAbsent(name, type);
        if (first != null && !first.equals(type)) {
            throw new IllegalStateException(type.getName() + " and " + first.getName() + " would both be " + name);
        }
        return name;
    }

    private static String nameOf(Class<?> type) {
        var outer = type.getEnclosingClass();
        if (outer == null) {
            return type.getSimpleName();
        }
        var inside = nameOf(outer).replaceFirst("Resource$", "");
        return type.getSimpleName().startsWith(inside) ? type.getSimpleName() : inside + type.getSimpleName();
    }
}
