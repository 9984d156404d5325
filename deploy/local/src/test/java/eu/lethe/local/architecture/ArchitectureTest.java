package eu.lethe.local.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Understands how the modules may lean on each other: services → platform → contracts, and no service on another. */
class ArchitectureTest {

    private static final String SEALED_FIELD = "eu.lethe.contracts.sealing.SealedField";
    private static final Set<String> SERVICES = Set.of("cases", "consents", "retention", "reporting");
    private static final JavaClasses LETHE = Compiled.classesOf(
            "contracts",
            "platform",
            "case-service",
            "consent-service",
            "retention-service",
            "reporting-service",
            "web");

    @Test
    void every_module_is_looked_at() {
        assertThat(Stream.of("contracts", "platform", "cases", "consents", "retention", "reporting", "gateway"))
                .allMatch(module ->
                        LETHE.stream().anyMatch(type -> type.getPackageName().startsWith("eu.lethe." + module)));
    }

    @Test
    void contracts_depend_on_java_a_json_library_and_a_jose_library_only() {
        classes()
                .that()
                .resideInAPackage("eu.lethe.contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "eu.lethe.contracts..",
                        "java..",
                        "javax.crypto..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "com.nimbusds.jose..",
                        "org.jspecify.annotations..")
                .check(LETHE);
    }

    @Test
    void the_platform_knows_no_service() {
        noClasses()
                .that()
                .resideInAPackage("eu.lethe.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES.stream()
                        .map(service -> "eu.lethe." + service + "..")
                        .toArray(String[]::new))
                .check(LETHE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "consents", "retention", "reporting"})
    void a_service_knows_no_other_service(String service) {
        noClasses()
                .that()
                .resideInAPackage("eu.lethe." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES.stream()
                        .filter(other -> !other.equals(service))
                        .map(other -> "eu.lethe." + other + "..")
                        .toArray(String[]::new))
                .check(LETHE);
    }

    @Test
    void an_event_holds_ids_times_organisational_codes_and_sealed_values_only() {
        classes().that(areEvents()).should(EventFields.holdNothingInClear()).check(LETHE);
    }

    @Test
    void what_nobody_sees_is_opened_where_it_is_worked_on_and_nowhere_else() {
        var reasons = LETHE.get("eu.lethe.platform.journal.Unseen");
        var opening = reasons.getFields().stream()
                .filter(why -> why.getRawType().equals(reasons))
                .flatMap(why -> why.getAccessesToSelf().stream()
                        .map(access -> outermost(access.getOriginOwner()))
                        .filter(type -> !type.equals(reasons))
                        .map(type -> why.getName() + " " + type.getSimpleName()))
                .distinct();
        assertThat(opening).containsExactlyInAnyOrderElementsOf(OpenedUnseen.WHERE);
    }

    @Test
    void a_sealed_field_alone_says_where_it_is_sealed_for() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(SEALED_FIELD)
                .should()
                .callConstructorWhere(target(owner(assignableTo("eu.lethe.contracts.sealing.SealingContext"))))
                .check(LETHE);
    }

    @Test
    void a_sealed_field_stands_beside_the_events_or_with_what_is_never_sent() {
        noClasses()
                .that()
                .resideOutsideOfPackage("eu.lethe.contracts..")
                .and()
                .haveNameNotMatching(OpenedUnseen.WITH_FIELDS_OF_THEIR_OWN)
                .should()
                .callConstructorWhere(target(owner(assignableTo(SEALED_FIELD))))
                .check(LETHE);
    }

    @Test
    void no_class_hides_behind_an_empty_name() {
        noClasses()
                .that()
                .resideInAPackage("eu.lethe..")
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(LETHE);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static DescribedPredicate<JavaClass> areEvents() {
        return DescribedPredicate.describe(
                "are events",
                type -> type.isRecord()
                        && (type.isAssignableTo("eu.lethe.contracts.events.DomainEvent") || outermostIsEvent(type)));
    }

    private static boolean outermostIsEvent(JavaClass type) {
        return type.getEnclosingClass()
                .filter(owner -> owner.isAssignableTo("eu.lethe.contracts.events.DomainEvent"))
                .isPresent();
    }
}
