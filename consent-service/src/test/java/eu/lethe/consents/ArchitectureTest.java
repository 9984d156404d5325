package eu.lethe.consents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "eu.lethe.consents", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule subjects_depend_on_one_another_in_one_direction =
            slices().matching("eu.lethe.consents.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_domain_knows_no_other_service = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("eu.lethe.cases..", "eu.lethe.retention..", "eu.lethe.reporting..");
}
