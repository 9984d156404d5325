package eu.lethe.cases.imports;

import eu.lethe.cases.imports.CsvFile.Line;
import eu.lethe.cases.imports.ImportRuns.Counts;
import eu.lethe.cases.imports.ImportRuns.Lines;
import eu.lethe.cases.imports.TakingOver.TakeOver;
import eu.lethe.cases.person.ReservedPersons;
import eu.lethe.platform.problem.Problem;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands how an import goes: beside the request, a few hundred lines at a time, some of them at once, each told in the
 * progress. A line that is wrong is refused and the others go on; when keys or database are away, it ends as failed, and
 * importing the same CSV again goes on where it ended.
 */
@Component
class Importing {

    private static final Logger LOG = LoggerFactory.getLogger(Importing.class);
    private static final int CHUNK = 250;
    /** Characters. */
    private static final int LONGEST_CHUNK = 500_000;
    /** More than twice the largest unit. */
    private static final int MOST_LINES = 50_000;
    /** Lines of one transaction: many more would gain little, and be lost together when one fails. */
    private static final int GROUP = 25;
    /** Groups; fewer than there are database connections, so that workers do not wait for the import. */
    private static final int AT_ONCE = 4;
    /** Of life. */
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(2);

    private record Job(UUID importId, String unit, UUID author, boolean dryRun) {}

    private final JdbcClient database;
    private final ImportRuns runs;
    private final LineReader reader;
    private final References references;
    private final ReservedPersons reserve;
    private final CommandGateway commands;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore turns = new Semaphore(AT_ONCE);

    Importing(
            JdbcClient database,
            ImportRuns runs,
            LineReader reader,
            References references,
            ReservedPersons reserve,
            CommandGateway commands) {
        this.database = database;
        this.runs = runs;
        this.reader = reader;
        this.references = references;
        this.reserve = reserve;
        this.commands = commands;
    }

    /**
     * Begins; the answer does not wait for the end.
     *
     * @throws Problem 413 when it is too large or has too many lines, 422 when it cannot be read
     */
    UUID begin(InputStream body, String unit, UUID author, boolean dryRun) throws IOException {
        var csv = new StagedCsv(database, body);
        var begun = false;
        try {
            var job = begin(csv, unit, author, dryRun);
            threads.execute(() -> run(job, csv));
            begun = true;
            return job.importId();
        } finally {
            if (!begun) {
                csv.close();
            }
        }
    }

    private Job begin(StagedCsv staged, String unit, UUID author, boolean dryRun) throws IOException {
        try (var csv = new CsvFile(staged::read)) {
            var rows = 0;
            while (csv.next().isPresent()) {
                if (++rows > MOST_LINES) {
                    throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "import-too-long");
                }
            }
            return new Job(runs.begin(unit, author, dryRun, rows, lines(csv.lines(), rows)), unit, author, dryRun);
        }
    }

    /** Each line of the file is the header, a row, goes on with the row before, or has nothing in it. */
    private static Lines lines(CsvLines lines, int rows) {
        var empty = lines.all() - lines.withinCells() - rows - 1;
        return new Lines((int) lines.all(), (int) empty, (int) lines.withinCells());
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private void run(Job job, StagedCsv staged) {
        try (staged;
                var csv = new CsvFile(staged::read)) {
            var counts = Counts.NONE;
            var seen = new HashSet<String>();
            for (var lines = nextLines(csv); !lines.isEmpty(); lines = nextLines(csv)) {
                counts = chunk(job, lines, seen, counts);
                runs.progress(job.importId(), counts);
            }
            runs.end(job.importId(), "done");
        } catch (RuntimeException | IOException | InterruptedException | ExecutionException ended) {
            // a cause may quote a line
            LOG.warn("import {} failed: {}", job.importId(), kind(ended));
            runs.end(job.importId(), "failed");
        }
    }

    /** As many as go together, or fewer when they are long. */
    private static List<Line> nextLines(CsvFile csv) {
        var lines = new ArrayList<Line>();
        var characters = 0;
        while (lines.size() < CHUNK && characters < LONGEST_CHUNK) {
            var line = csv.next();
            if (line.isEmpty()) {
                break;
            }
            lines.add(line.get());
            characters += line.get().cells().values().stream()
                    .mapToInt(String::length)
                    .sum();
        }
        return lines;
    }

    private Counts chunk(Job job, List<Line> lines, Set<String> seen, Counts before)
            throws InterruptedException, ExecutionException {
        var errors = new ArrayList<LineError>();
        var files = new ArrayList<NewFile>();
        for (var line : lines) {
            reader.read(line, job.unit(), job.author(), errors).ifPresent(file -> {
                if (seen.add(file.reference())) {
                    files.add(file);
                } else {
                    errors.add(new LineError(line.number(), Column.REFERENCE.title(), "duplicate"));
                }
            });
        }
        runs.refuse(job.importId(), errors);
        var taken = references.takenAmong(
                job.unit(),
                files.stream()
                        .flatMap(file -> Stream.of(file.reference(), file.referenceAsWritten()))
                        .toList());
        var fresh = files.stream()
                .filter(file -> !taken.contains(file.reference()) && !taken.contains(file.referenceAsWritten()))
                .toList();
        if (job.dryRun()) {
            runs.warn(job.importId(), warnings(lines, fresh));
        }
        var refused =
                errors.stream().map(LineError::line).collect(Collectors.toSet()).size();
        var known = before.plus(0, files.size() - fresh.size(), refused);
        var created = job.dryRun() ? fresh.size() : takeOver(job, fresh, known);
        return known.plus(created, fresh.size() - created, 0);
    }

    /** Of those that would be taken over. */
    private static List<LineWarning> warnings(List<Line> lines, List<NewFile> fresh) {
        var rows = fresh.stream().collect(Collectors.toMap(NewFile::line, file -> file));
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(rows.get(line.number())).stream()
                        .flatMap(file ->
                                Stream.concat(file.warnings().get().stream(), nearMatches(line, file).stream())))
                .toList();
    }

    private static Optional<LineWarning> nearMatches(Line line, NewFile file) {
        var near = file.near().get();
        return near.isEmpty()
                ? Optional.empty()
                : Optional.of(new LineWarning(line.number(), line.last(), "", "near-match", near));
    }

    private int takeOver(Job job, List<NewFile> fresh, Counts before) throws InterruptedException, ExecutionException {
        if (fresh.isEmpty()) {
            return 0;
        }
        var created = 0;
        var told = System.nanoTime();
        for (var taking : takeInGroups(job, fresh)) {
            created += taking.get();
            if (System.nanoTime() - told > BETWEEN_SIGNS.toNanos()) {
                // on a busy machine a few hundred lines take longer than an import may be silent
                runs.progress(job.importId(), before);
                told = System.nanoTime();
            }
        }
        return created;
    }

    private List<Future<Integer>> takeInGroups(Job job, List<NewFile> fresh) {
        var persons = reserve.take(fresh.size());
        var lines = IntStream.range(0, fresh.size())
                .mapToObj(index -> new TakingOver.Line(fresh.get(index), persons.get(index)))
                .toList();
        return IntStream.iterate(0, from -> from < lines.size(), from -> from + GROUP)
                .mapToObj(from -> lines.subList(from, Math.min(from + GROUP, lines.size())))
                .map(group -> threads.submit(() -> takeInTurn(new TakeOver(group, job.unit(), job.author()))))
                .toList();
    }

    private Integer takeInTurn(TakeOver group) throws InterruptedException {
        turns.acquire();
        try {
            return commands.sendAndWait(group);
        } finally {
            turns.release();
        }
    }

    private static String kind(Exception ended) {
        var cause = ended instanceof ExecutionException ? ended.getCause() : ended;
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }
}
