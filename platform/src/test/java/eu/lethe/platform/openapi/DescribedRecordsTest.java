package eu.lethe.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DescribedRecordsTest {

    private final ModelConverters converters = converters();

    @Test
    void members_that_cannot_be_null_are_required_and_no_others() {
        var described = described(NoteResource.class);

        assertThat(requiredOf(described, "NoteItem")).containsExactlyInAnyOrder("text", "pages");
        assertThat(requiredOf(described, "Author")).containsExactly("name");
    }

    @Test
    void a_record_bears_the_name_of_the_resource_it_belongs_to() {
        assertThat(described(LetterResource.class).keySet()).contains("LetterItem");
        assertThat(described(NoteResource.NoteText.class).keySet()).containsExactly("NoteText");
    }

    @Test
    void two_records_never_share_a_description() {
        described(NoteResource.class);

        assertThatIllegalStateException()
                .isThrownBy(() -> described(NoteItem.class))
                .withMessageContaining("would both be NoteItem");
    }

    @Test
    void a_pattern_that_chooses_among_codes_is_a_list_of_codes() {
        var choice = new Schema<String>();
        choice.setPattern("kept|dismissed");
        var other = new Schema<String>();
        other.setPattern("[a-z]{2}");

        new CodeLists().customize(choice, new AnnotatedType());
        new CodeLists().customize(other, new AnnotatedType());

        assertThat(choice.getEnum()).containsExactly("kept", "dismissed");
        assertThat(choice.getPattern()).isNull();
        assertThat(other.getPattern()).isEqualTo("[a-z]{2}");
    }

    private static List<String> requiredOf(Map<String, Schema<?>> described, String name) {
        return Objects.requireNonNull(described.get(name)).getRequired();
    }

    private Map<String, Schema<?>> described(Class<?> record) {
        var described = new HashMap<String, Schema<?>>();
        converters
                .readAllAsResolvedSchema(new AnnotatedType(record).resolveAsRef(true))
                .referencedSchemas
                .forEach(described::put);
        return described;
    }

    private static ModelConverters converters() {
        var converters = new ModelConverters(true);
        converters.addConverter(new ModelResolver(Json31.mapper(), new SchemaNames()).openapi31(true));
        converters.addConverter(new RequiredMembers());
        return converters;
    }
}
