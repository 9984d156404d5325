package eu.lethe.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.platform.security.StaffDirectory;

@AnalyzeClasses(packages = "eu.lethe.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule subjects_depend_on_one_another_in_one_direction =
            slices().matching("eu.lethe.reporting.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_figure_can_be_about_a_worker = noClasses()
            .should()
            .callMethodWhere(
                    DescribedPredicate.describe("an event's author or referent is read", ArchitectureTest::readsStaff))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(StaffDirectory.class);

    @ArchTest
    static final ArchRule no_name_and_no_narrative_is_ever_looked_at = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Identity.class)
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "a narrative is read",
                    call -> isEvents(call) && call.getName().equals("text")));

    @ArchTest
    static final ArchRule the_domain_knows_no_other_service = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("eu.lethe.cases..", "eu.lethe.retention..", "eu.lethe.consents..");

    private static boolean readsStaff(JavaMethodCall call) {
        return isEvents(call)
                && (call.getName().equals("author") || call.getName().equals("referent"));
    }

    private static boolean isEvents(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(DomainEvent.class);
    }
}
