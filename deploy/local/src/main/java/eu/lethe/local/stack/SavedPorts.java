package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Understands the ports that a stack was last started on, so that later commands find it without being told. */
record SavedPorts(Path file) {

    static SavedPorts in(StateDirectory state) {
        return new SavedPorts(state.root().resolve("ports"));
    }

    /** The environment's ports, else the saved ones, else the usual ones. */
    Ports under(Map<String, String> environment) {
        Map<String, String> wanted = new HashMap<>(read());
        wanted.putAll(environment);
        return Ports.from(wanted);
    }

    void save(Ports ports) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<Component, Integer> entry : new EnumMap<>(ports.numbers()).entrySet()) {
            lines.append(entry.getKey().portVariable())
                    .append('=')
                    .append(entry.getValue())
                    .append('\n');
        }
        WholeFile.write(file, lines);
    }

    private Map<String, String> read() {
        Map<String, String> saved = new HashMap<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    int equals = line.indexOf('=');
                    if (equals < 0) {
                        throw new IOException("a line without an equals sign");
                    }
                    saved.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return saved;
        } catch (IOException e) {
            throw new StackProblem(
                    "%s is damaged: delete it, the usual ports are then used, or run ./lethe reset.".formatted(file),
                    e);
        }
    }
}
