package eu.lethe.retention;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import eu.lethe.retention.keys.KeyRemover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the code itself must keep true. */
@AnalyzeClasses(packages = "eu.lethe.retention", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule subjects_form_no_cycles = SlicesRuleDefinition.slices()
            .matching("eu.lethe.retention.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule one_class_opens_connections_as_the_key_remover = noClasses()
            .that()
            .doNotBelongToAnyOf(KeyRemover.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.zaxxer.hikari..");

    @ArchTest
    static final ArchRule keys_are_removed_by_erasures_alone = classes()
            .that()
            .areAssignableTo(KeyRemover.class)
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("eu.lethe.retention.keys", "eu.lethe.retention.erasure");

    @Test
    void one_file_alone_speaks_of_deleting_content_keys() throws IOException {
        try (var sources = Files.walk(Path.of("src/main"))) {
            assertThat(sources.filter(Files::isRegularFile)
                            .filter(ArchitectureTest::deletesContentKeys)
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("KeyRemover.java");
        }
    }

    private static boolean deletesContentKeys(Path file) {
        try {
            var text = Files.readString(file).toLowerCase(Locale.ROOT);
            return text.matches("(?s).*(delete\\s+from|truncate(\\s+table)?)\\s+content_key.*");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
