package eu.lethe.cases.imports;

import eu.lethe.cases.imports.ImportRuns.Run;
import eu.lethe.cases.search.KnownNames;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.problem.ProblemTexts;
import eu.lethe.platform.security.Caller;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Taking over a unit's existing files, by its lead. */
@RestController
@RequestMapping("/api/cases/imports")
class ImportResource {

    record Begun(UUID importId) {}

    record Items(List<ImportView> items) {}

    /**
     * An import.
     *
     * @param state {@code running}, {@code done} or {@code failed}
     * @param errors why lines were refused; in a list they are left out
     * @param warnings of a dry run; in a list they are left out
     */
    record ImportView(
            UUID importId,

            @Pattern(regexp = "running|done|failed") String state,

            boolean dryRun,
            int rows,
            int done,
            int created,
            int already,
            int refused,
            LinesView lines,
            List<ErrorView> errors,
            List<WarningView> warnings,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** Why a line was refused, in the reader's language. */
    record ErrorView(long line, String column, String code, String detail) {}

    /** The lines of the file as an editor counts them: one header, the rows, and these. */
    record LinesView(int all, int empty, int withinCells) {}

    /**
     * What to look at before a line is taken over, in the reader's language.
     *
     * @param persons whom the line may be about, as far as the caller may see them; told when the dry run has ended
     */
    record WarningView(
            long line, long last, String column, String code, String detail, List<KnownNames.Known> persons) {

        @Override
        public String toString() {
            return "WarningView[" + line + ", " + code + "]";
        }
    }

    private final Importing importing;
    private final ImportRuns runs;
    private final Units units;
    private final KnownNames names;
    private final ProblemTexts texts;

    ImportResource(Importing importing, ImportRuns runs, Units units, KnownNames names, ProblemTexts texts) {
        this.importing = importing;
        this.runs = runs;
        this.units = units;
        this.names = names;
        this.texts = texts;
    }

    /** Begins an import into the lead's unit; a dry run unless it is said otherwise. */
    @PostMapping(consumes = "text/csv")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun begin(@RequestParam(defaultValue = "true") boolean dryRun, InputStream body, Caller caller)
            throws IOException {
        var unit = caller.requireUnit();
        if (units.of(unit).filter(known -> !known.paper()).isEmpty()) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "paper-unit");
        }
        var author = caller.staffId();
        return new Begun(importing.begin(body, unit, author, dryRun));
    }

    /** A CSV to fill in: the header line, with the titles of the reader's language. */
    @GetMapping(path = "/model", produces = "text/csv")
    ResponseEntity<byte[]> model(Locale reader) {
        var french = reader.getLanguage().equals(Locale.FRENCH.getLanguage());
        var titles = Arrays.stream(Column.values())
                .map(column -> french ? column.frenchTitle() : column.title())
                .collect(Collectors.joining(";"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lethe.csv\"")
                // with the mark by which a spreadsheet knows the encoding
                .body(("\uFEFF" + titles + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The unit's imports, the latest first. */
    @GetMapping
    Items imports(Caller caller, Locale reader) {
        return new Items(runs.of(caller.requireUnit()).stream()
                .map(run -> view(run, List.of(), List.of(), Map.of(), reader))
                .toList());
    }

    /** How far an import is, and which lines it refused. */
    @GetMapping("/{importId}")
    ImportView one(@PathVariable UUID importId, Caller caller, Locale reader) {
        var run = runs.find(importId).orElseThrow(Problem::notFound);
        caller.requireAssignedTo(run.unit());
        var warnings = runs.warningsOf(importId);
        return view(run, runs.errorsOf(importId), warnings, near(run, warnings, caller), reader);
    }

    /** While it runs, the report is asked for every second: nobody reads it yet. */
    private Map<UUID, KnownNames.Known> near(Run run, List<LineWarning> warnings, Caller caller) {
        return run.state().equals("running")
                ? Map.of()
                : names.shown(
                        warnings.stream()
                                .flatMap(warning -> warning.persons().stream())
                                .toList(),
                        caller,
                        "import");
    }

    private ImportView view(
            Run run,
            List<LineError> errors,
            List<LineWarning> warnings,
            Map<UUID, KnownNames.Known> near,
            Locale reader) {
        var counts = run.counts();
        return new ImportView(
                run.importId(),
                run.state(),
                run.dryRun(),
                run.rows(),
                counts.done(),
                counts.created(),
                counts.already(),
                counts.refused(),
                new LinesView(
                        run.lines().all(), run.lines().empty(), run.lines().withinCells()),
                errors.stream()
                        .map(error -> new ErrorView(
                                error.line(), error.column(), error.code(), texts.ofField(error.code(), reader)))
                        .toList(),
                warnings.stream()
                        .map(warning -> new WarningView(
                                warning.line(),
                                warning.last(),
                                warning.column(),
                                warning.code(),
                                texts.ofField(warning.code(), reader),
                                warning.persons().stream()
                                        .flatMap(person -> Optional.ofNullable(near.get(person)).stream())
                                        .toList()))
                        .toList(),
                run.startedAt(),
                run.finishedAt());
    }
}
