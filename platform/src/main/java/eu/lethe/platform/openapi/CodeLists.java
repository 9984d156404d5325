package eu.lethe.platform.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.PropertyCustomizer;

/** Understands a pattern that is nothing but a choice of codes, {@code kept|dismissed}: the document lists them. */
final class CodeLists implements PropertyCustomizer {

    private static final Pattern CHOICE = Pattern.compile("[a-z-]+(\\|[a-z-]+)+");

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // as springdoc declares the method
    public Schema customize(Schema property, AnnotatedType type) {
        var pattern = property.getPattern();
        if (pattern != null && CHOICE.matcher(pattern).matches()) {
            property.setPattern(null);
            property.setEnum(List.of(pattern.split("\\|")));
        }
        return property;
    }
}
