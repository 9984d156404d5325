package eu.lethe.cases.copy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever is kept about a person is in the copy that they may ask for (GDPR Art. 15). */
class CompleteCopyTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("eu.lethe.cases");

    @TestFactory
    Stream<DynamicTest> every_subject_that_keeps_something_has_its_part_in_the_copy() {
        var told = SERVICE.stream()
                .filter(type -> type.getPackageName().equals(CompleteCopyTest.class.getPackageName()))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        return SERVICE.stream()
                .filter(type -> type.getSimpleName().endsWith("Projection"))
                .map(JavaClass::getPackageName)
                .distinct()
                .map(subject -> DynamicTest.dynamicTest(
                        subject,
                        () -> assertThat(told)
                                .as("nothing of %s is in the person's copy: give PersonalCopy its part", subject)
                                .contains(subject)));
    }
}
