package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractedApplicationTest {

    private static final int PROGRAMS = 8;
    private static final int TIMES = 50;

    @TempDir
    private Path repository;

    @Test
    void programs_of_one_jar_are_laid_out_at_once() throws Exception {
        builtJar();
        var laidOut = new ArrayList<Future<ExtractedApplication>>();

        try (var launcher = Executors.newFixedThreadPool(PROGRAMS)) {
            for (var time = 0; time < TIMES * PROGRAMS; time++) {
                var application = new Application("program-" + time % PROGRAMS, "module", "", 16);
                Callable<ExtractedApplication> layingOut = () -> ExtractedApplication.of(application, repository);
                laidOut.add(launcher.submit(layingOut));
            }
        }

        assertThat(laidOut)
                .allSatisfy(program -> assertThat(program.get().directory()).isDirectory());
    }

    /** Whatever it is asked to do, it does nothing. */
    private void builtJar() throws IOException {
        var target = Files.createDirectories(repository.resolve("module/target"));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, DoesNothing.class.getName());
        var entry = DoesNothing.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(target.resolve("module-app.jar")), manifest);
                InputStream compiled = DoesNothing.class.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(compiled.readAllBytes());
        }
    }

    static final class DoesNothing {
        private DoesNothing() {}

        static void main() {}
    }
}
