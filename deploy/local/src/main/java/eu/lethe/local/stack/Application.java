package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Understands which built jar a component runs from, and how.
 *
 * @param name the name that people read
 * @param module the module's directory in the repository
 * @param mainClass the class to run where the jar holds several programs; empty for the jar's own
 * @param heapMegabytes the most heap it may take
 */
record Application(String name, String module, String mainClass, int heapMegabytes) {

    static Application of(Component component) {
        String name = component.label();
        return switch (component) {
            case KAFKA -> new Application(name, "deploy/local", KafkaProcess.class.getName(), 128);
            case IDENTITY -> new Application(name, "deploy/local", "eu.lethe.local.identity.IdentityProvider", 64);
            case RETENTION -> new Application(name, "retention-service", "", 112);
            case CASE -> new Application(name, "case-service", "", 128);
            case CONSENT -> new Application(name, "consent-service", "", 96);
            case REPORTING -> new Application(name, "reporting-service", "", 96);
            case GATEWAY -> new Application(name, "web", "", 80);
            case POSTGRESQL -> throw new IllegalArgumentException("PostgreSQL is no Java program");
        };
    }

    /** What watches over the components; it runs from a layout as they do, which a new build leaves alone. */
    static Application supervisor() {
        return new Application("supervisor", "deploy/local", SupervisorProcess.class.getName(), 32);
    }

    /** The executable jar that the module's build leaves behind. */
    Path jar(Path repository) {
        Path target = repository.resolve(module).resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new StackProblem(
                            "%s is not built: run ./lethe up, which builds what is missing, or ./mvnw package."
                                    .formatted(name)));
        } catch (IOException e) {
            throw new StackProblem("%s cannot be read: check its permissions.".formatted(target), e);
        }
    }

    /** What the program is told on its way. */
    List<String> systemProperties() {
        return mainClass.equals(KafkaProcess.class.getName())
                ? List.of("-Dlogback.configurationFile=kafka-logback.xml")
                : List.of();
    }

    /** What the virtual machine is asked for; the same in training and in earnest, or the cache would not fit. */
    List<String> virtualMachine() {
        return List.of(
                "-Xmx%dm".formatted(heapMegabytes),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                // A dump would put clear text on the disk.
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8");
    }
}
