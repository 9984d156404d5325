package eu.lethe.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;

/** Understands the file that says how far a local stack's business clock was moved: one ISO 8601 amount a line. */
public record BusinessClockFile(Path file) {

    /**
     * Reads {@code +P2Y1D}, {@code P7D} or {@code PT36H}.
     *
     * @throws StackProblem when it is no such amount, or does not lead forward
     */
    public static TemporalAmount amount(String text) {
        String amount = text.startsWith("+") ? text.substring(1) : text;
        try {
            if (amount.startsWith("PT")) {
                Duration duration = Duration.parse(amount);
                if (duration.isPositive()) {
                    return duration;
                }
            } else {
                Period period = Period.parse(amount);
                if (!period.isNegative() && !period.isZero()) {
                    return period;
                }
            }
        } catch (DateTimeException e) {
            // falls through to the sentence below
        }
        throw new StackProblem(
                "'%s' is no amount of time to come: write +P2Y for two years, +P2Y1D for two years and a day, +P7D for a week, +PT12H for twelve hours."
                        .formatted(text));
    }

    /** The amounts so far, in order. */
    public List<TemporalAmount> amounts() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(BusinessClockFile::amount)
                    .toList();
        } catch (IOException | StackProblem e) {
            throw new StackProblem(
                    "The business clock's file %s is damaged: delete the line that is no ISO 8601 amount, or run ./lethe reset."
                            .formatted(file),
                    e);
        }
    }

    /** Adds an amount. Services read the file at any moment, so it is replaced whole. */
    void append(TemporalAmount amount) {
        List<String> lines =
                new ArrayList<>(amounts().stream().map(Object::toString).toList());
        lines.add(amount.toString());
        try {
            Path draft = Files.write(file.resolveSibling("clock.new"), lines);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackProblem(
                    "The business clock's file %s cannot be written: check the disk.".formatted(file), e);
        }
    }
}
