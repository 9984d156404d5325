package eu.lethe.cases.referral;

import eu.lethe.cases.RecordingTimes;
import eu.lethe.cases.casefile.CaseFiles;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.person.AfterBirth;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.referral.ReferralCommand.NoteAnswer;
import eu.lethe.cases.referral.ReferralCommand.ReferPerson;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Recipients;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.once.Claim;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.once.SentOnce;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeyLeases.Current;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Referring a person, asking beforehand whether that is permitted, and noting what came back. */
@RestController
@RequestMapping("/api/cases/files/{fileId}/referrals")
class ReferralResource {

    /** What a referral may tell of. Evidence of consents and rights is nobody else's. */
    private static final Set<Compartment> SHAREABLE = Set.of(
            Compartment.IDENTITY,
            Compartment.NARRATIVE,
            Compartment.CODING,
            Compartment.HEALTH,
            Compartment.THIRD_PARTY);

    record Items(List<ReferralView> items) {}

    record Made(UUID referralId) {}

    record Noted(UUID answerId) {}

    /** What is to be handed to whom. */
    record CheckRequest(
            @NotNull @Size(max = 64) String recipient,
            @Size(max = 200) @Nullable String partner,
            @NotEmpty @Size(max = 16) List<@NotNull Compartment> compartments) {

        @Override
        public String toString() {
            return "CheckRequest[…]";
        }
    }

    private final CommandGateway commands;
    private final ReadableFiles readable;
    private final Duplicates duplicates;
    private final AfterBirth afterBirth;
    private final Referrals referrals;
    private final OpenedReferrals opened;
    private final Recipients recipients;
    private final ConsentRegister consents;
    private final LeasedKeys keys;
    private final RecordingTimes recorded;
    private final SentOnce once;

    ReferralResource(
            CommandGateway commands,
            ReadableFiles readable,
            Duplicates duplicates,
            AfterBirth afterBirth,
            Referrals referrals,
            OpenedReferrals opened,
            Recipients recipients,
            ConsentRegister consents,
            LeasedKeys keys,
            RecordingTimes recorded,
            SentOnce once) {
        this.commands = commands;
        this.readable = readable;
        this.duplicates = duplicates;
        this.afterBirth = afterBirth;
        this.referrals = referrals;
        this.opened = opened;
        this.recipients = recipients;
        this.consents = consents;
        this.keys = keys;
        this.recorded = recorded;
        this.once = once;
    }

    /** The file's referrals. */
    @GetMapping
    Items referrals(@PathVariable UUID fileId, Caller caller, Locale reader) {
        var admission = readable.requireOpening(fileId, caller, "file", Compartment.NARRATIVE);
        return new Items(duplicates.fileIds(fileId).stream()
                .flatMap(id -> opened.of(id, reader, admission).stream())
                .sorted(Comparator.comparing(ReferralView::date).reversed())
                .toList());
    }

    /** Whether it would be permitted, and if not, what is missing. */
    @PostMapping("/check")
    Sharing check(@PathVariable UUID fileId, @Valid @RequestBody CheckRequest request, Caller caller, Locale reader) {
        var file = readable.requireOwn(fileId, caller);
        return sharing(file.personId(), request.recipient(), request.partner(), request.compartments(), reader);
    }

    /** Refers the person, on the ground that permits it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made refer(
            @PathVariable UUID fileId,
            @Valid @RequestBody ReferralRequest request,
            SendingKey sending,
            Caller caller,
            Locale reader) {
        var file = readable.requireOwn(fileId, caller);
        return once.record(sending, request, Made.class, claim -> refer(file, request, claim, caller, reader));
    }

    private Made refer(CaseFiles.Row file, ReferralRequest request, Claim claim, Caller caller, Locale reader) {
        var author = caller.staffId();
        afterBirth.require("/date", request.date(), file.personId(), caller);
        var sharing = sharing(
                file.personId(), request.recipient(), request.letter().partner(), request.compartments(), reader);
        sharing.require(request.recipient());
        var basis = sharing.basis();
        leaseAhead(file.personId());
        return recorded.time("referral", () -> {
            var referralId = UUID.randomUUID();
            var answer = claim.answering(new Made(referralId), file.personId());
            commands.sendAndWait(new ReferPerson(
                    referralId,
                    file.fileId(),
                    file.personId(),
                    file.unit(),
                    request.recipient(),
                    basis == null ? null : basis.purpose(),
                    basis == null ? null : basis.consentId(),
                    request.compartments(),
                    Clear.of(request.letter()),
                    request.date(),
                    request.followUpOn(),
                    author));
            ReadYourWrites.await(() -> referrals.has(referralId));
            return answer;
        });
    }

    /** Notes what came back, or that nothing did. */
    @PostMapping("/{referralId}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    Noted answer(
            @PathVariable UUID fileId,
            @PathVariable UUID referralId,
            @Valid @RequestBody AnswerRequest request,
            SendingKey sending,
            Caller caller) {
        var author = caller.staffId();
        var file = readable.requireOwn(fileId, caller);
        if ("waiting".equals(request.outcome()) && request.followUpOn() == null) {
            throw Problem.invalid("/followUpOn", "required");
        }
        var place = referrals
                .placeOf(referralId)
                .filter(where -> duplicates.fileIds(fileId).contains(where.fileId()))
                .orElseThrow(Problem::notFound);
        leaseAhead(place.personId());
        return once.record(
                sending,
                request,
                Noted.class,
                claim -> recorded.time("answer", () -> {
                    var answerId = UUID.randomUUID();
                    var noted = claim.answering(new Noted(answerId), place.personId());
                    var text = request.text();
                    commands.sendAndWait(new NoteAnswer(
                            referralId,
                            place.fileId(),
                            file.unit(),
                            answerId,
                            request.outcome(),
                            text == null || text.isBlank() ? null : Clear.of(text),
                            request.answeredOn(),
                            request.followUpOn(),
                            author));
                    ReadYourWrites.await(() -> referrals.hasAnswer(answerId));
                    return noted;
                }));
    }

    private Sharing sharing(
            UUID personId, String recipient, @Nullable String partner, List<Compartment> compartments, Locale reader) {
        var known = recipients.of(recipient).orElseThrow(() -> Problem.invalid("/recipient", "unknown"));
        for (var index = 0; index < compartments.size(); index++) {
            if (!SHAREABLE.contains(compartments.get(index))) {
                throw Problem.invalid("/compartments/" + index, "unknown");
            }
        }
        return switch (known.kind()) {
            case AGENCY -> Sharing.WITHIN_THE_AGENCY;
            case PARTNER -> consents.covering(personId, recipient, partner, compartments, reader);
        };
    }

    /** Asks for the key before a database transaction waits for it. */
    private void leaseAhead(UUID personId) {
        keys.prefetchCurrent(List.of(new Current(personId, Compartment.NARRATIVE)));
    }
}
