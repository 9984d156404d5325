package eu.lethe.local.stack;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** Understands what the supervisor tells the other commands about parts that died, in a file of {@code run/}. */
record Revivals(Path file) {

    static Revivals in(StateDirectory state) {
        return new Revivals(state.run().resolve("revivals"));
    }

    /**
     * That a part died and is started again.
     *
     * @param attempts how often it was started since it last ran steadily
     * @param next when it is started again if it is dead then
     * @param reason what it said when it ended; empty if nothing
     */
    record Revival(int attempts, Instant next, String reason) {

        /** In a few words, for people. */
        String words(boolean ready) {
            String why = reason.isEmpty() ? "" : " (" + reason + ")";
            return ready
                    ? "started again, attempt %d%s".formatted(attempts, why)
                    : "died%s; attempt %d made, the next not before %s"
                            .formatted(why, attempts, next.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    void write(Map<Component, Revival> revivals) throws IOException {
        var lines = new StringBuilder();
        revivals.forEach((component, revival) -> lines.append(component.name())
                .append('=')
                .append(revival.attempts())
                .append(' ')
                .append(revival.next())
                .append(' ')
                .append(revival.reason().replaceAll("[\\p{Cntrl}\\\\]", " "))
                .append('\n'));
        WholeFile.write(file, lines);
    }

    /** What was last told; nothing where nothing is readable. */
    Map<Component, Revival> read() {
        Map<Component, Revival> revivals = new EnumMap<>(Component.class);
        try {
            var lines = new Properties();
            lines.load(new StringReader(Files.readString(file)));
            for (Component component : Component.values()) {
                String line = lines.getProperty(component.name());
                if (line != null) {
                    String[] words = line.split(" ", 3);
                    revivals.put(
                            component,
                            new Revival(
                                    Integer.parseInt(words[0]),
                                    Instant.parse(words[1]),
                                    words.length > 2 ? words[2].strip() : ""));
                }
            }
            return revivals;
        } catch (IOException | RuntimeException absentOrForeign) {
            return Map.of();
        }
    }
}
