package eu.lethe.local.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Understands where the build leaves the classes of a module. */
final class Compiled {
    private Compiled() {}

    /** Those of some modules, named by their directories. */
    static JavaClasses classesOf(String... modules) {
        return new ClassFileImporter()
                .importPaths(Stream.of(modules)
                        .map(module -> Path.of("..", "..", module, "target", "classes"))
                        .toList());
    }
}
