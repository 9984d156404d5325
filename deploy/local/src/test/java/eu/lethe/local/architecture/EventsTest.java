package eu.lethe.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What an event needs around it, so that it is neither nameless nor written for nobody. */
class EventsTest {

    private static final EventTypes TYPES = EventTypes.ofLethe();
    private static final List<String> HANDLERS = List.of(
            "org.axonframework.eventsourcing.EventSourcingHandler", "org.axonframework.eventhandling.EventHandler");
    private static final String RESET = "org.axonframework.eventhandling.ResetHandler";

    /** Where the service that publishes the events of a domain has its classes. */
    private static final Map<EventTypes.Domain, String> SERVICES = Map.of(
            EventTypes.CASES, "case-service",
            EventTypes.CONSENTS, "consent-service",
            EventTypes.RETENTION, "retention-service");

    @Test
    void every_event_belongs_to_a_domain_which_names_its_type_and_topic() {
        var events = Compiled.classesOf("contracts").stream()
                .filter(type -> type.isAssignableTo(DomainEvent.class) && type.isRecord())
                .map(JavaClass::getName);

        assertThat(events)
                .as("add the sealed interface of the event to its domain in EventTypes")
                .containsExactlyInAnyOrderElementsOf(
                        TYPES.all().stream().map(Class::getName).toList());
    }

    @TestFactory
    Stream<DynamicTest> every_event_changes_something_in_the_service_that_writes_it() {
        return SERVICES.entrySet().stream().flatMap(service -> {
            var taken = handled(Compiled.classesOf(service.getValue()));
            return TYPES.all().stream()
                    .filter(event -> TYPES.domainOf(event).equals(service.getKey()))
                    .map(event -> DynamicTest.dynamicTest(
                            event.getSimpleName(),
                            () -> assertThat(taken)
                                    .as(
                                            "no aggregate and no projection of %s has a handler that takes %s",
                                            service.getValue(), event.getSimpleName())
                                    .anyMatch(type -> type.isAssignableFrom(event.getName()))));
        });
    }

    @Test
    void every_projection_can_be_dropped_and_replayed() {
        assertThat(SERVICES.values().stream()
                        .flatMap(service -> Compiled.classesOf(service).stream())
                        .filter(type -> type.getSimpleName().endsWith("Projection"))
                        .filter(type -> type.getMethods().stream().noneMatch(method -> method.isAnnotatedWith(RESET)))
                        .map(JavaClass::getName))
                .as("a projection empties its tables in a @ResetHandler")
                .isEmpty();
    }

    private static List<JavaClass> handled(JavaClasses service) {
        return service.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> HANDLERS.stream().anyMatch(method::isAnnotatedWith))
                .map(JavaMethod::getRawParameterTypes)
                .map(List::getFirst)
                .filter(type -> type.isAssignableTo(DomainEvent.class))
                .distinct()
                .toList();
    }
}
