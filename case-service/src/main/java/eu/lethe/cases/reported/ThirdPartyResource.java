package eu.lethe.cases.reported;

import eu.lethe.cases.RecordingTimes;
import eu.lethe.cases.casefile.CaseFiles;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.person.AfterBirth;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.ReservedPersons;
import eu.lethe.cases.reported.InformationCommand.DismissInformation;
import eu.lethe.cases.reported.InformationCommand.ExceptFromNotice;
import eu.lethe.cases.reported.InformationCommand.GiveNotice;
import eu.lethe.cases.reported.InformationCommand.KeepInformation;
import eu.lethe.cases.reported.InformationCommand.ReceiveInformation;
import eu.lethe.cases.reported.InformationOnFile.Row;
import eu.lethe.cases.reported.ThirdPartyRequests.ExceptionRequest;
import eu.lethe.cases.reported.ThirdPartyRequests.NoticeRequest;
import eu.lethe.cases.reported.ThirdPartyRequests.ReceiveRequest;
import eu.lethe.cases.reported.ThirdPartyRequests.ReviewRequest;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.once.AlreadySent;
import eu.lethe.platform.once.Claim;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.once.SentOnce;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeyLeases.Current;
import eu.lethe.platform.sealing.KeysUnavailable;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.platform.security.Caller;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
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

/** What third parties reported about a person: written down, told to the person or not, looked at again. */
@RestController
@RequestMapping("/api/cases/files/{fileId}/third-party")
class ThirdPartyResource {

    record Items(List<InformationView> items) {}

    record Received(UUID informationId, LocalDate noticeDueOn) {}

    private final CommandGateway commands;
    private final ReadableFiles readable;
    private final Duplicates duplicates;
    private final AfterBirth afterBirth;
    private final InformationOnFile information;
    private final InformationReader reader;
    private final ReservedPersons reserve;
    private final LeasedKeys keys;
    private final RecordingTimes recorded;
    private final SentOnce once;

    ThirdPartyResource(
            CommandGateway commands,
            ReadableFiles readable,
            Duplicates duplicates,
            AfterBirth afterBirth,
            InformationOnFile information,
            InformationReader reader,
            ReservedPersons reserve,
            LeasedKeys keys,
            RecordingTimes recorded,
            SentOnce once) {
        this.commands = commands;
        this.readable = readable;
        this.duplicates = duplicates;
        this.afterBirth = afterBirth;
        this.information = information;
        this.reader = reader;
        this.reserve = reserve;
        this.keys = keys;
        this.recorded = recorded;
        this.once = once;
    }

    /** All that was reported in a file, newest first. */
    @GetMapping
    Items all(@PathVariable UUID fileId, Caller caller) {
        var admission =
                readable.requireOpening(fileId, caller, "third-party", Compartment.THIRD_PARTY, Compartment.RIGHTS);
        return new Items(reader.of(duplicates.fileIds(fileId), admission));
    }

    /** Writes down what somebody reported. The source becomes a subject of keys, and nobody's record. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Received receive(
            @PathVariable UUID fileId, @Valid @RequestBody ReceiveRequest request, SendingKey sending, Caller caller) {
        var file = readable.requireOwn(fileId, caller);
        return once.record(sending, request, Received.class, claim -> receive(file, request, claim, caller));
    }

    private Received receive(CaseFiles.Row file, ReceiveRequest request, Claim claim, Caller caller) {
        var author = caller.staffId();
        afterBirth.require("/receivedOn", request.receivedOn(), file.personId(), caller);
        return recorded.time("information", () -> {
            var informationId = UUID.randomUUID();
            var answer = new Received(informationId, NoticePeriod.endsOn(request.receivedOn()));
            receive(answer, file, request, claim, author);
            ReadYourWrites.await(() -> information.find(informationId).isPresent());
            return answer;
        });
    }

    private void receive(Received answer, CaseFiles.Row file, ReceiveRequest request, Claim claim, UUID author) {
        var sourceId = reserve.take();
        try {
            claim.answering(answer, file.personId(), sourceId);
            keys.prefetchCurrent(List.of(
                    new Current(file.personId(), Compartment.THIRD_PARTY),
                    new Current(sourceId, Compartment.THIRD_PARTY)));
            commands.sendAndWait(new ReceiveInformation(
                    answer.informationId(),
                    file.fileId(),
                    file.personId(),
                    sourceId,
                    file.unit(),
                    request.receivedOn(),
                    Clear.of(request.said()),
                    Clear.of(request.source().source()),
                    author));
        } catch (KeysUnavailable | AlreadySent stored) {
            // nothing was stored; after any other failure the id may be in use, and is left alone
            reserve.giveBack(sourceId);
            throw stored;
        }
    }

    /** Notes that the person was told. */
    @PostMapping("/{informationId}/notice")
    Map<String, Object> notice(
            @PathVariable UUID fileId,
            @PathVariable UUID informationId,
            @Valid @RequestBody NoticeRequest request,
            Caller caller) {
        require(fileId, informationId, caller);
        commands.sendAndWait(new GiveNotice(informationId, request.on(), caller.staffId()));
        return shown(informationId, row -> row.toldOn() != null);
    }

    /** Notes why the person is not told. */
    @PostMapping("/{informationId}/notice-exception")
    Map<String, Object> exception(
            @PathVariable UUID fileId,
            @PathVariable UUID informationId,
            @Valid @RequestBody ExceptionRequest request,
            Caller caller) {
        leaseRights(require(fileId, informationId, caller));
        commands.sendAndWait(new ExceptFromNotice(
                informationId, request.reason(), Clear.of(request.reasonText()), caller.staffId()));
        return shown(informationId, row -> row.exception() != null);
    }

    /** Keeps it for another year, or dismisses it as unfounded. */
    @PostMapping("/{informationId}/review")
    Map<String, Object> review(
            @PathVariable UUID fileId,
            @PathVariable UUID informationId,
            @Valid @RequestBody ReviewRequest request,
            Caller caller) {
        var before = require(fileId, informationId, caller);
        var text = reasonText(request);
        if (text != null) {
            leaseRights(before);
        }
        if (request.keeps()) {
            commands.sendAndWait(new KeepInformation(informationId, text, caller.staffId()));
            return shown(informationId, row -> row.reviewedOn() != null);
        }
        commands.sendAndWait(new DismissInformation(informationId, text, caller.staffId()));
        return shown(informationId, row -> row.dismissedOn() != null);
    }

    private static @Nullable Clear<String> reasonText(ReviewRequest request) {
        var typed = request.reasonText();
        return typed == null || typed.isBlank() ? null : Clear.of(typed.strip());
    }

    private Row require(UUID fileId, UUID informationId, Caller caller) {
        readable.requireOwn(fileId, caller);
        return information
                .find(informationId)
                .filter(row -> duplicates.fileIds(fileId).contains(row.fileId()))
                .orElseThrow(Problem::notFound);
    }

    private void leaseRights(Row row) {
        keys.prefetchCurrent(List.of(new Current(row.personId(), Compartment.RIGHTS)));
    }

    /** Answers once who reads next sees what was written. */
    private Map<String, Object> shown(UUID informationId, Predicate<Row> written) {
        ReadYourWrites.await(
                () -> information.find(informationId).map(written::test).orElse(true));
        return Map.of();
    }
}
