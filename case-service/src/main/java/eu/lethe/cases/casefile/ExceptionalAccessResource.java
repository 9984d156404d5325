package eu.lethe.cases.casefile;

import eu.lethe.cases.access.ExceptionalAccesses;
import eu.lethe.cases.access.LooksElsewhere;
import eu.lethe.cases.access.OpenableExceptionally;
import eu.lethe.cases.access.Oversight;
import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.access.ReadingCommand.NoteSeen;
import eu.lethe.cases.access.ReadingCommand.OpenExceptionally;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.once.SentOnce;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Staff;
import eu.lethe.platform.security.StaffDirectory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening a file that is not one's own to read, with a reason; and telling who watches over it. */
@RestController
class ExceptionalAccessResource {

    /** Why. */
    record ExceptionRequest(
            @NotNull @Pattern(regexp = ExceptionalAccesses.REASONS) String reason,

            @NotBlank @Size(max = 2_000) String reasonText) {

        @Override
        public String toString() {
            return "ExceptionRequest[…]";
        }
    }

    /** Since when, until when, and who is told. */
    record OpenedExceptionally(UUID accessId, UUID fileId, Instant until, Oversight.Told told) {}

    /** A list. */
    record Items(List<Item> items) {}

    /**
     * One exceptional access.
     *
     * @param reasonText null once its key is gone
     * @param seen whether who is told has taken note of it
     * @param told the office of who is told: {@code referent}, {@code lead} or {@code dpo}
     * @param yours whether the caller is told, and is to take note of it
     */
    record Item(
            UUID accessId,
            UUID fileId,
            Staff worker,

            @Pattern(regexp = ExceptionalAccesses.REASONS) String reason,

            @Nullable String reasonText,
            Instant at,
            Instant until,
            boolean seen,

            @Pattern(regexp = Oversight.OFFICES) String told,

            boolean yours) {

        @Override
        public String toString() {
            return "Item[" + accessId + "]";
        }
    }

    record Done() {}

    /** What is remembered of the answer: the reason is sealed elsewhere, and who is told is decided when it is asked. */
    private record Opened(UUID accessId, UUID fileId) {}

    private final CommandGateway commands;
    private final CaseFiles files;
    private final ReadablePersons persons;
    private final ExceptionalAccesses accesses;
    private final LooksElsewhere looks;
    private final OpenableExceptionally openable;
    private final Opener opener;
    private final Oversight oversight;
    private final StaffDirectory staff;
    private final SentOnce once;

    ExceptionalAccessResource(
            CommandGateway commands,
            CaseFiles files,
            ReadablePersons persons,
            ExceptionalAccesses accesses,
            LooksElsewhere looks,
            OpenableExceptionally openable,
            Opener opener,
            Oversight oversight,
            StaffDirectory staff,
            SentOnce once) {
        this.commands = commands;
        this.files = files;
        this.persons = persons;
        this.accesses = accesses;
        this.looks = looks;
        this.openable = openable;
        this.opener = opener;
        this.oversight = oversight;
        this.staff = staff;
        this.once = once;
    }

    /** Opens the file for eight hours. */
    @PostMapping("/api/cases/files/{fileId}/exceptional-access")
    @ResponseStatus(HttpStatus.CREATED)
    OpenedExceptionally open(
            @PathVariable UUID fileId,
            @Valid @RequestBody ExceptionRequest request,
            SendingKey sending,
            Caller caller) {
        var file = files.find(fileId).orElseThrow(Problem::notFound);
        persons.requireExceptionPossible(file.personId(), caller);
        return open(file.personId(), fileId, request, sending, caller);
    }

    /** Opens the file of whom a look elsewhere met, which is named in the answer and not before. */
    @PostMapping("/api/cases/search/elsewhere/{lookId}/exceptional-access")
    @ResponseStatus(HttpStatus.CREATED)
    OpenedExceptionally openLookedFor(
            @PathVariable UUID lookId,
            @Valid @RequestBody ExceptionRequest request,
            SendingKey sending,
            Caller caller) {
        var met = looks.metBy(lookId, caller.staffId()).orElseThrow(Problem::notFound);
        var person = openable.among(List.of(met), caller).stream().findFirst().orElseThrow(Problem::notFound);
        try {
            return open(person.personId(), person.fileId(), request, sending, caller);
        } catch (Problem since) {
            // whoever was excluded meanwhile, or met who was merged, is not told who it was by the refusal
            throw since.status().is4xxClientError() ? Problem.notFound() : since;
        }
    }

    private OpenedExceptionally open(
            UUID personId, UUID fileId, ExceptionRequest request, SendingKey sending, Caller caller) {
        var told = oversight.toldOf(personId, caller.staffId());
        var opened = once.record(sending, request, Opened.class, claim -> {
            var accessId = UUID.randomUUID();
            var answer = claim.answering(new Opened(accessId, fileId), personId);
            commands.sendAndWait(new OpenExceptionally(
                    personId,
                    fileId,
                    accessId,
                    caller.staffId(),
                    told.referent().orElse(null),
                    request.reason(),
                    Clear.of(request.reasonText().strip())));
            return answer;
        });
        ReadYourWrites.await(() -> accesses.find(opened.accessId()).isPresent());
        return new OpenedExceptionally(
                opened.accessId(),
                opened.fileId(),
                accesses.find(opened.accessId())
                        .map(ExceptionalAccesses.Row::until)
                        .orElseThrow(Problem::notFound),
                told);
    }

    /** What the caller is told of; all of it, for the data-protection officer. */
    @GetMapping("/api/cases/exceptional-accesses")
    Items list(Caller caller) {
        var shown = accesses.shownTo(caller);
        var rows = shown.stream().map(ExceptionalAccesses.Shown::access).toList();
        var admission = persons.noteShown(
                rows.stream().map(ExceptionalAccesses.Row::personId).toList(), caller, "list", Compartment.RIGHTS);
        var reading = opener.reading(admission).prepare(rows.stream().map(ExceptionalAccesses.Row::reasonText));
        return new Items(shown.stream().map(one -> item(one, reading)).toList());
    }

    /** The caller, who is told, has seen it. */
    @PostMapping("/api/cases/exceptional-accesses/{accessId}/seen")
    Done seen(@PathVariable UUID accessId, Caller caller) {
        var access = accesses.find(accessId).orElseThrow(Problem::notFound);
        if (!accesses.isToldOf(access, caller)) {
            throw Problem.forbidden();
        }
        commands.sendAndWait(new NoteSeen(access.personId(), accessId, caller.staffId()));
        ReadYourWrites.await(() ->
                accesses.find(accessId).filter(ExceptionalAccesses.Row::seen).isPresent());
        return new Done();
    }

    private Item item(ExceptionalAccesses.Shown shown, Reading reading) {
        var access = shown.access();
        return new Item(
                access.accessId(),
                access.fileId(),
                staff.named(access.workerId()),
                access.reason(),
                access.reasonText(reading).orElse(null),
                access.at(),
                access.until(),
                access.seen(),
                shown.told(),
                shown.yours());
    }
}
