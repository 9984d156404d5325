package eu.lethe.bench.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Understands how much processor time each process of the stack has had, with its children; of PostgreSQL, each database's
 * connections by themselves. What a connection had before it ended stays with its database.
 */
final class ProcessorTime implements Meters {

    static final String POSTGRESQL = "PostgreSQL itself";
    private static final String OF_DATABASE = "PostgreSQL, ";
    /** Nobody but the bench itself is connected to it, to read the other meters. */
    private static final String OF_THE_BENCH = "postgres";

    private record Backend(String database, double time) {}

    private final Path state;
    private final Map<Long, Backend> backends = new HashMap<>();

    /**
     * @param state the directory in which the stack remembers its processes
     */
    ProcessorTime(Path state) {
        this.state = state;
    }

    static Meter of(String process) {
        return new Meter(Meter.Kind.PROCESSOR, process);
    }

    @Override
    public Map<Meter, Double> read() throws IOException {
        Map<Meter, Double> times = new HashMap<>();
        try (Stream<Path> files = Files.list(state.resolve("run"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".pid")).toList()) {
                var name = file.getFileName().toString().replace(".pid", "");
                if (!name.equals("postgresql")) {
                    times.put(of(name), withChildren(firstLine(file)));
                }
            }
        }
        postgresql(firstLine(state.resolve("postgresql/postmaster.pid")), times);
        return times;
    }

    private static double withChildren(long pid) {
        return tree(pid)
                .flatMap(one -> ProcessLine.of(one).stream())
                .mapToDouble(line -> line.own() + line.ofEnded())
                .sum();
    }

    private void postgresql(long postmaster, Map<Meter, Double> times) {
        var itself = 0.0;
        var lost = new HashMap<>(backends);
        for (var pid : tree(postmaster).toList()) {
            var line = ProcessLine.of(pid);
            var database = line.flatMap(ProcessLine::database);
            if (database.filter(OF_THE_BENCH::equals).isPresent()) {
                continue;
            }
            if (database.isPresent()) {
                backends.put(pid, new Backend(database.get(), line.get().own()));
                lost.remove(pid);
            } else {
                itself += line.map(one -> one.own() + one.ofEnded()).orElse(0.0);
            }
        }
        backends.values().forEach(one -> times.merge(of(OF_DATABASE + one.database()), one.time(), Double::sum));
        // the server adds up whatever ended, and these are counted with their databases
        times.put(
                of(POSTGRESQL),
                itself - lost.values().stream().mapToDouble(Backend::time).sum());
    }

    private static Stream<Long> tree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(ProcessHandle::pid);
    }

    private static long firstLine(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).orElseThrow();
        }
    }
}
