package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Understands an application laid out for a fast start: its jar unpacked beside its libraries, and a cache of its classes
 * as a training run left them. Both are products of the build, lie under {@code target}, and go when the jar changes.
 */
record ExtractedApplication(Application application, Path directory, String jarName) {
    private static final int TRAINING_SECONDS = 120;

    /** A file's lock keeps out other processes alone; within one it throws. */
    private static final Object LAYING_OUT = new Object();

    /** Lays the application out, unless that was done for this very jar. */
    static ExtractedApplication of(Application application, Path repository) throws IOException {
        Path jar = application.jar(repository);
        Path layouts = jar.resolveSibling("layout");
        String version = version(jar);
        Path directory = layouts.resolve(version);
        Files.createDirectories(layouts);
        synchronized (LAYING_OUT) {
            try (FileChannel channel = FileChannel.open(
                            layouts.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!Files.isDirectory(directory)) {
                    clear(layouts);
                    unpack(jar, layouts, directory);
                }
            }
        }
        return new ExtractedApplication(
                application, directory, jar.getFileName().toString());
    }

    boolean isTrained() {
        return Files.exists(cache());
    }

    /** The command that runs the application. */
    List<String> command(List<String> systemProperties, List<String> arguments) {
        List<String> command = java();
        if (isTrained()) {
            command.add("-XX:AOTCache=" + cache());
        }
        command.addAll(systemProperties);
        command.addAll(program());
        command.addAll(arguments);
        return command;
    }

    /**
     * Runs the application until its context is complete and keeps what the virtual machine learnt. An application that
     * cannot be trained starts without: slower, not worse.
     */
    void train(Map<String, String> environment, List<String> systemProperties, Path workingDirectory, Path log)
            throws IOException, InterruptedException {
        // Per process: two launchers may train at once, and the first to finish is as good as the second.
        Path draft = directory.resolve(
                "%s-%d.training".formatted(cacheName(), ProcessHandle.current().pid()));
        List<String> command = java();
        command.add("-XX:AOTCacheOutput=" + draft);
        command.addAll(systemProperties);
        command.add("-Dspring.context.exit=onRefresh");
        command.addAll(program());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        // Laying out what was learnt takes more heap than the program itself is allowed.
        builder.environment().put("JDK_AOT_VM_OPTIONS", "-Xmx512m");
        Process training = builder.start();
        if (!training.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS)) {
            training.destroyForcibly();
        } else if (training.exitValue() == 0 && Files.exists(draft)) {
            Files.move(draft, cache(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(draft);
        Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".config"));
    }

    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(application.virtualMachine());
        command.addAll(application.systemProperties());
        return command;
    }

    /** The jar, and which of its programs. */
    List<String> program() {
        String jar = directory.resolve(jarName).toString();
        return application.mainClass().isEmpty() ? List.of("-jar", jar) : List.of("-cp", jar, application.mainClass());
    }

    private Path cache() {
        return directory.resolve(cacheName());
    }

    private String cacheName() {
        return application.name() + ".aot";
    }

    /** A fingerprint of the jar's content: reproducible builds give every jar the same age. */
    private static String version(Path jar) throws IOException {
        var checksum = new CRC32C();
        long size = 0;
        try (var zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                checksum.update(
                        "%s:%x\n".formatted(entry.getName(), entry.getCrc()).getBytes(StandardCharsets.UTF_8));
                size += entry.getSize();
            }
        }
        return "%08x-%x".formatted(checksum.getValue(), size);
    }

    private static void unpack(Path jar, Path layouts, Path directory) throws IOException {
        Path draft = Files.createTempDirectory(layouts, "draft-");
        Process unpacking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        draft.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (unpacking.waitFor() != 0) {
                throw new StackProblem(
                        "%s could not be unpacked: check the disk's free space, or build anew with ./mvnw clean package."
                                .formatted(jar));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while unpacking " + jar, e);
        }
        Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes the layouts of earlier jars, save those that something still runs from. */
    private static void clear(Path layouts) throws IOException {
        List<String> running = ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
        try (Stream<Path> earlier = Files.list(layouts)) {
            for (Path layout : earlier.filter(Files::isDirectory).toList()) {
                if (running.stream().noneMatch(command -> command.contains(layout.toString()))) {
                    remove(layout);
                }
            }
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
