package eu.lethe.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published schemas say what the code does, and today's go together with those of every release.
 *
 * <p>Writes the schemas anew with {@code mvn -f contracts/pom.xml test -Dtest=EventSchemasTest -Dlethe.schemas.write=true};
 * freezes them as those of a release with {@code -Dlethe.schemas.release=1.0} besides.
 */
class EventSchemasTest {

    private static final String REGENERATE =
            "mvn -f contracts/pom.xml test -Dtest=EventSchemasTest -Dlethe.schemas.write=true";

    private static final EventTypes TYPES = EventTypes.ofLethe();
    private static final EventSchemas SCHEMAS = new EventSchemas();

    @BeforeAll
    static void write_if_asked_to() {
        if (Boolean.getBoolean("lethe.schemas.write")) {
            SchemaFiles.in(SchemaFiles.TODAY).keySet().forEach(type -> SchemaFiles.delete(SchemaFiles.TODAY, type));
            TYPES.all().forEach(event -> SchemaFiles.write(SchemaFiles.TODAY, TYPES.typeOf(event), SCHEMAS.of(event)));
        }
        var release = System.getProperty("lethe.schemas.release", "");
        if (!release.isEmpty()) {
            SchemaFiles.in(SchemaFiles.TODAY)
                    .forEach((type, schema) -> SchemaFiles.write(SchemaFiles.RELEASED.resolve(release), type, schema));
        }
    }

    static Stream<Class<? extends DomainEvent>> events() {
        return TYPES.all().stream();
    }

    static Stream<String> released_types() {
        return SchemaFiles.releases().stream()
                .flatMap(release -> SchemaFiles.in(release).keySet().stream())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_schema_says_what_the_code_does(Class<? extends DomainEvent> event) {
        assertThat(SchemaFiles.in(SchemaFiles.TODAY).get(TYPES.typeOf(event)))
                .as("schema of %s; to write the schemas anew: %s", TYPES.typeOf(event), REGENERATE)
                .isEqualTo(SCHEMAS.of(event));
    }

    @Test
    void every_schema_describes_an_event() {
        assertThat(SchemaFiles.in(SchemaFiles.TODAY).keySet())
                .as("to write the schemas anew: %s", REGENERATE)
                .allSatisfy(type -> assertThat(TYPES.classOf(type)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("released_types")
    void a_released_event_changes_by_optional_members_only(String type) {
        assumeThat(TYPES.classOf(type)).isPresent();
        var today = SCHEMAS.of(TYPES.classOf(type).orElseThrow());

        for (var release : SchemaFiles.releases()) {
            var released = SchemaFiles.in(release).get(type);
            if (released != null) {
                assertThat(SchemaCompatibility.breaks(released, today))
                        .as(
                                "%s since release %s. Events are replayed for ever: name a new event, or a version 2. As long "
                                        + "as the release was published to nobody, freeze it again: %s -Dlethe.schemas.release=%s",
                                type, release.getFileName(), REGENERATE, release.getFileName())
                        .isEmpty();
            }
        }
    }

    @Test
    void a_released_event_is_never_given_up() {
        assertThat(released_types())
                .as("released events that the code no longer reads")
                .allSatisfy(type -> assertThat(TYPES.classOf(type)).isPresent());
    }
}
