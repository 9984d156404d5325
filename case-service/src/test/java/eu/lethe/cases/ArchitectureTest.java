package eu.lethe.cases;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import eu.lethe.cases.access.OpenedReasons;
import eu.lethe.cases.assessment.OpenedAssessments;
import eu.lethe.cases.person.OpenedIdentities;
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
            .haveNameNotMatching("eu\\.lethe\\.cases\\.resealing\\.ResealedRecords")
            .and()
            .haveNameNotMatching("eu\\.lethe\\.cases\\.draft\\.(SealedDrafts|DraftKeys).*")
            .and()
            .haveNameNotMatching("eu\\.lethe\\.cases\\.household\\.OpenedRelations.*")
            .and()
            .haveNameNotMatching("eu\\.lethe\\.cases\\.reported\\.OpenedInformation")
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

    /**
     * Either the class that uses what opens, or each class that uses it, asks the gate, which writes the access journal. The
     * index of names and the automations show nobody anything.
     */
    @ArchTest
    static final ArchRule whoever_opens_for_a_reader_goes_through_the_gate = classes()
            .that(use("Opened"))
            .and()
            .haveSimpleNameNotStartingWith("Opened")
            .and()
            .areTopLevelClasses()
            .and()
            .resideOutsideOfPackages("eu.lethe.cases.search..", "eu.lethe.cases.erasure..")
            .and()
            .haveSimpleNameNotStartingWith("When")
            .should(goThroughTheGate());

    private static DescribedPredicate<JavaClass> use(String opener) {
        return new DescribedPredicate<>("use a class that opens") {
            @Override
            public boolean test(JavaClass user) {
                return user.getMethodCallsFromSelf().stream().anyMatch(call -> opens(call.getTargetOwner(), opener));
            }
        };
    }

    private static boolean opens(JavaClass owner, String opener) {
        return owner.getSimpleName().startsWith(opener)
                && owner.isTopLevelClass()
                && owner.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(Opener.class));
    }

    private static ArchCondition<JavaClass> goThroughTheGate() {
        return new ArchCondition<>("go through the gate, or be used only by what does") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                var asked = asksTheGate(user)
                        || user.getMethodCallsToSelf().stream()
                                .map(call -> call.getOriginOwner())
                                .filter(caller -> !caller.equals(user))
                                .allMatch(ArchitectureTest::asksTheGate);
                events.add(new SimpleConditionEvent(user, asked, user.getName()));
            }
        };
    }

    private static boolean asksTheGate(JavaClass user) {
        return user.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getName().equals("requireOpening")
                        || call.getName().equals("noteShown"));
    }

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
