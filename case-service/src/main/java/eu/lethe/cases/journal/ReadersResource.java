package eu.lethe.cases.journal;

import eu.lethe.cases.access.ExceptionalAccesses;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Staff;
import eu.lethe.platform.security.StaffDirectory;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has read a file: on the screen, and on paper for the person. */
@RestController
class ReadersResource {

    /** One page. */
    record ReadersPage(List<Item> items, int page, int size, long total) {}

    /**
     * Somebody read.
     *
     * @param reasonLabel in the language of who asks
     * @param exceptional why the file was opened exceptionally, if it was
     */
    record Item(
            Instant at,
            Staff reader,
            String role,
            @Nullable String unit,
            List<Compartment> compartments,
            String reason,
            String reasonLabel,
            @Nullable Exceptional exceptional) {

        @Override
        public String toString() {
            return "Item[" + at + "]";
        }
    }

    /**
     * Why a file was opened exceptionally.
     *
     * @param reasonText null once its key is gone, and for who is here by exceptional access themselves
     */
    record Exceptional(
            @Pattern(regexp = ExceptionalAccesses.REASONS) String reason,
            @Nullable String reasonText) {

        @Override
        public String toString() {
            return "Exceptional[" + reason + "]";
        }
    }

    record Done() {}

    private static final int SIZE = 50;
    private static final int LAST_PAGE = 1_000;

    /** A year of reading fits; what is longer is said to be so. */
    private static final int ON_PAPER = 2_000;

    private final ReadableFiles readable;
    private final Readings readings;
    private final ExceptionalAccesses accesses;
    private final Opener opener;
    private final StaffDirectory staff;
    private final ReadersStatement statement;

    ReadersResource(
            ReadableFiles readable,
            Readings readings,
            ExceptionalAccesses accesses,
            Opener opener,
            StaffDirectory staff,
            ReadersStatement statement) {
        this.readable = readable;
        this.readings = readings;
        this.accesses = accesses;
        this.opener = opener;
        this.staff = staff;
        this.statement = statement;
    }

    /** Who has read the file: by exceptional access or from another unit first, then the newest. */
    @GetMapping(path = "/api/cases/files/{fileId}/readers", produces = MediaType.APPLICATION_JSON_VALUE)
    ReadersPage readers(
            @PathVariable UUID fileId, @RequestParam(defaultValue = "0") int page, Caller caller, Locale locale) {
        if (page < 0 || page > LAST_PAGE) {
            throw Problem.invalid("/page", "invalid");
        }
        var entry = readable.admit(fileId, caller);
        var found = readings.about(fileId, entry.file().personId(), entry.file().unit(), page, SIZE);
        var reasonsOf = exceptional(found);
        var opened = ofThoseShown(entry, reasonsOf);
        // looking is one line in the list, and none when nothing is opened for it
        var texts = opened.isEmpty()
                ? Map.<UUID, String>of()
                : texts(opened, readable.note(entry, caller, "readers", Compartment.RIGHTS));
        return shown(found, reasonsOf, texts, locale);
    }

    /** The same, to be handed to the person. */
    @GetMapping(path = "/api/cases/files/{fileId}/readers", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> print(@PathVariable UUID fileId, Caller caller, Locale locale) {
        var entry = readable.admit(fileId, caller);
        var file = entry.file();
        var found = readings.about(fileId, file.personId(), file.unit(), 0, ON_PAPER);
        var reasonsOf = exceptional(found);
        var opened = ofThoseShown(entry, reasonsOf);
        var admission = opened.isEmpty()
                ? readable.note(entry, caller, "print", Compartment.IDENTITY)
                : readable.note(entry, caller, "print", Compartment.IDENTITY, Compartment.RIGHTS);
        var page = shown(found, reasonsOf, texts(opened, admission), locale);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lethe-" + fileId + ".pdf")
                                .build()
                                .toString())
                .body(statement.of(file, page, locale, admission));
    }

    /** Notes that the page of the file is printed. */
    @PostMapping("/api/cases/files/{fileId}/prints")
    Done printed(@PathVariable UUID fileId, Caller caller) {
        readable.requireOpening(
                fileId,
                caller,
                "print",
                Compartment.IDENTITY,
                Compartment.NARRATIVE,
                Compartment.CODING,
                Compartment.HEALTH);
        return new Done();
    }

    /** Why is written about the person: it is shown to who reads the file in everyday work, nobody keeping them from it. */
    private static Collection<ExceptionalAccesses.Row> ofThoseShown(
            ReadableFiles.Entry entry, Map<UUID, ExceptionalAccesses.Row> exceptional) {
        return entry.right().through() == null ? exceptional.values() : List.of();
    }

    private Map<UUID, String> texts(Collection<ExceptionalAccesses.Row> opened, Admission admission) {
        var reading = opener.reading(admission).prepare(opened.stream().map(ExceptionalAccesses.Row::reasonText));
        var texts = new HashMap<UUID, String>();
        opened.forEach(access -> access.reasonText(reading).ifPresent(text -> texts.put(access.accessId(), text)));
        return texts;
    }

    private ReadersPage shown(
            Readings.Page page,
            Map<UUID, ExceptionalAccesses.Row> exceptional,
            Map<UUID, String> texts,
            Locale locale) {
        return new ReadersPage(
                page.items().stream()
                        .map(reading -> item(reading, exceptional, texts, locale))
                        .toList(),
                page.page(),
                page.size(),
                page.total());
    }

    private Map<UUID, ExceptionalAccesses.Row> exceptional(Readings.Page page) {
        var ids = page.items().stream()
                .map(Reading::exceptionalAccessId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : accesses.among(ids).stream()
                        .collect(Collectors.toMap(ExceptionalAccesses.Row::accessId, Function.identity()));
    }

    private Item item(
            Reading reading, Map<UUID, ExceptionalAccesses.Row> accesses, Map<UUID, String> texts, Locale locale) {
        var access = reading.exceptionalAccessId() == null ? null : accesses.get(reading.exceptionalAccessId());
        return new Item(
                reading.at(),
                staff.named(reading.reader()),
                reading.role(),
                reading.unit(),
                reading.compartments(),
                reading.reason(),
                ReadingWords.reason(reading.reason(), locale),
                access == null ? null : new Exceptional(access.reason(), texts.get(access.accessId())));
    }
}
