package eu.lethe.cases.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eu.lethe.cases.commands.ByItself;
import eu.lethe.cases.commands.Decision;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every command of the service says whom it names, or is refused. */
class NamedIdsTest {

    record Strange(UUID neighbourId, UUID author) {}

    /** Whoever handles a command takes it as the first parameter. */
    private static Stream<Class<?>> commands() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("eu.lethe.cases")
                        .stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(method -> method.isAnnotatedWith(CommandHandler.class))
                        .map(method -> method.getRawParameterTypes().getFirst())
                        .distinct()
                        .<Class<?>>map(JavaClass::reflect);
    }

    @TestFactory
    Stream<DynamicTest> every_id_in_a_command_is_known_to_name_somebody_or_nobody() {
        return commands()
                .map(command -> dynamicTest(command.getSimpleName(), () -> {
                    var ids = new HashSet<UUID>();
                    var named = NamedIds.in((Record) filled(command, ids));

                    assertThat(named).isNotNull();
                    if (hasComponent(command, "personId")) {
                        assertThat(named.persons()).isNotEmpty();
                    }
                }));
    }

    @Test
    void most_commands_are_given_by_somebody_and_looked_at() {
        var watched = commands()
                .filter(command -> !command.isAnnotationPresent(ByItself.class))
                .filter(command -> hasComponent(command, "author") || hasComponent(command, "workerId"))
                .toList();

        assertThat(watched).hasSizeGreaterThan(25);
        assertThat(watched.stream()
                        .filter(command -> command.isAnnotationPresent(Decision.class))
                        .map(Class::getSimpleName))
                .containsExactlyInAnyOrder(
                        "AssignCaseFile",
                        "TransferCaseFile",
                        "TakeTransferBack",
                        "CloseCaseFile",
                        "ReopenCaseFile",
                        "ExcludeWorker",
                        "LiftExclusion",
                        "RestrictReading",
                        "LiftRestriction",
                        "OpenExceptionally",
                        "NoteSeen");
    }

    @Test
    void who_reads_by_an_exceptional_access_opens_notes_adds_a_contact_and_takes_an_own_transfer_back() {
        assertThat(commands()
                        .filter(WhoReadsExceptionallyRewritesNothing::isTaken)
                        .map(Class::getSimpleName))
                .containsExactlyInAnyOrder("OpenExceptionally", "NoteSeen", "RecordContact", "TakeTransferBack");
    }

    @Test
    void a_command_that_names_somebody_in_a_new_way_fails() {
        assertThatIllegalStateException()
                .isThrownBy(() -> NamedIds.in(new Strange(UUID.randomUUID(), UUID.randomUUID())));
    }

    private static boolean hasComponent(Class<?> command, String name) {
        return Arrays.stream(command.getRecordComponents())
                .anyMatch(component -> component.getName().equals(name));
    }

    /** An instance with an id wherever one can be. */
    private static Object filled(Class<?> type, Set<UUID> ids) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        Constructor<?> made = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        made.setAccessible(true);
        var values = new @Nullable Object[components.length];
        for (var at = 0; at < components.length; at++) {
            values[at] = value(components[at].getType(), components[at].getGenericType(), ids);
        }
        return made.newInstance(values);
    }

    private static @Nullable Object value(Class<?> type, Type generic, Set<UUID> ids)
            throws ReflectiveOperationException {
        if (type == UUID.class) {
            var id = UUID.randomUUID();
            ids.add(id);
            return id;
        }
        if (type == List.class && generic instanceof ParameterizedType list) {
            var element = (Class<?>) list.getActualTypeArguments()[0];
            var one = value(element, element, ids);
            return one == null ? List.of() : List.of(one);
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type.isRecord() && type.getName().startsWith("eu.lethe.cases") ? filled(type, ids) : null;
    }
}
