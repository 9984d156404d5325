package eu.lethe.cases;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import eu.lethe.cases.assessment.OpenedAssessments;
import eu.lethe.cases.person.OpenedIdentities;
import eu.lethe.cases.reading.OpenedReasons;
import eu.lethe.cases.referral.OpenedReferrals;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Opener;

@AnalyzeClasses(packages = "eu.lethe.cases", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_named_classes_open_what_is_sealed = noClasses()
            .that()
            .doNotBelongToAnyOf(
                    OpenedIdentities.class, OpenedReasons.class, OpenedAssessments.class, OpenedReferrals.class)
            .and()
            .haveNameNotMatching(
                    "eu\\.lethe\\.cases\\.contact\\.(OpenedContacts|ResealedContents|AttachmentContents).*")
            .and()
            .haveNameNotMatching("eu\\.lethe\\.cases\\.draft\\.SealedDrafts")
            .and()
            .haveNameNotMatching("eu\\.lethe\\.cases\\.household\\.OpenedRelations.*")
            .and()
            .haveNameNotMatching("eu\\.lethe\\.cases\\.thirdparty\\.OpenedInformation")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Opener.class);

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

    private static ArchCondition<JavaClass> sayNothingWhenPrinted() {
        return new ArchCondition<>("say nothing when printed") {
            @Override
            public void check(JavaClass request, ConditionEvents events) {
                var printed = request.tryGetMethod("toString")
                        .filter(method -> method.getMethodCallsFromSelf().isEmpty())
                        .isPresent();
                events.add(new SimpleConditionEvent(request, printed, request.getName()));
            }
        };
    }
}
