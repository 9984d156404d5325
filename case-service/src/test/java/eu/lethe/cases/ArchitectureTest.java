package eu.lethe.cases;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.journal.AccessJournal;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.sealing.Clear;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

@AnalyzeClasses(packages = "eu.lethe.cases", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MERGING =
            "eu.lethe.cases.merge.DuplicateResource.merge(java.util.UUID, eu.lethe.cases.merge.DuplicateResource$DuplicateRequest, eu.lethe.platform.security.Caller)";

    @ArchTest
    static final ArchRule a_persons_copy_never_opens_who_reported_something =
            noClasses().that().haveSimpleName("InformationForTheCopy").should().callMethodWhere(target(name("source")));

    @ArchTest
    static final ArchRule an_aggregate_remembers_nothing_in_clear = classes()
            .that()
            .areAnnotatedWith(EventSourced.class)
            .should(holdNoField(Clear.class))
            .andShould(holdNoField(Identity.class));

    @ArchTest
    static final ArchRule what_a_request_or_command_holds_is_not_printed = classes()
            .that()
            .haveSimpleNameEndingWith("Request")
            .and()
            .areRecords()
            .and()
            .haveSimpleNameNotContaining("Open")
            .should(sayNothingWhenPrinted());

    @ArchTest
    static final ArchRule subjects_do_not_depend_on_each_other_in_circles =
            slices().matching("eu.lethe.cases.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule a_person_knows_nothing_of_files = noClasses()
            .that()
            .resideInAPackage("eu.lethe.cases.person..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("eu.lethe.cases.casefile..", "eu.lethe.cases.search..", "eu.lethe.cases.erasure..");

    /** The journal admits to read, and the gate alone asks it: nobody admits a reader whose right it has not looked at. */
    @ArchTest
    static final ArchRule whoever_opens_for_a_reader_goes_through_the_gate = noClasses()
            .that()
            .doNotBelongToAnyOf(ReadablePersons.class)
            .should()
            .callMethodWhere(target(owner(assignableTo(AccessJournal.class))).and(target(name("opened"))));

    /** What an act does to a state is refused when it is done already, and the reference of a line is its key. */
    @ArchTest
    static final ArchRule whatever_is_created_is_sent_under_a_key = methods()
            .that()
            .areAnnotatedWith(PostMapping.class)
            .and()
            .areAnnotatedWith(ResponseStatus.class)
            .and(DescribedPredicate.describe(
                    "answer that something was created",
                    method -> method.getAnnotationOfType(ResponseStatus.class).value() == HttpStatus.CREATED))
            .and()
            .doNotHaveFullName(MERGING)
            .should(takeParameterOf(SendingKey.class));

    private static ArchCondition<JavaClass> holdNoField(Class<?> type) {
        return new ArchCondition<>("hold no field of type " + type.getSimpleName()) {
            @Override
            public void check(JavaClass aggregate, ConditionEvents events) {
                aggregate.getAllFields().stream()
                        .filter(field -> field.getRawType().isEquivalentTo(type))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(field, field.getFullName())));
            }
        };
    }

    private static ArchCondition<JavaMethod> takeParameterOf(Class<?> type) {
        return new ArchCondition<>("take a " + type.getSimpleName()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var takes = method.getRawParameterTypes().stream().anyMatch(taken -> taken.isEquivalentTo(type));
                events.add(new SimpleConditionEvent(method, takes, method.getFullName()));
            }
        };
    }

    private static ArchCondition<JavaClass> sayNothingWhenPrinted() {
        return new ArchCondition<>("say nothing when printed") {
            @Override
            public void check(JavaClass request, ConditionEvents events) {
                var printed = request.tryGetMethod("toString")
                        // the one that the compiler makes of a record, and that prints all, is final
                        .filter(method -> !method.getModifiers().contains(JavaModifier.FINAL))
                        .filter(method -> method.getMethodCallsFromSelf().isEmpty())
                        .isPresent();
                events.add(new SimpleConditionEvent(request, printed, request.getName()));
            }
        };
    }
}
