package eu.lethe.consents.consent;

import eu.lethe.consents.person.Persons;
import eu.lethe.consents.person.ReadablePersons;
import eu.lethe.consents.purpose.Purpose;
import eu.lethe.consents.purpose.Purposes;
import eu.lethe.contracts.events.consents.ConsentEvent;
import eu.lethe.contracts.events.consents.ConsentEvidence;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.journal.AccessJournal;
import eu.lethe.platform.journal.Opening;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.once.SentOnce;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeyLeases;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.security.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records what a person allows and takes back, and shows it to whoever may read their file. */
@RestController
@RequestMapping("/api/consents")
class ConsentResource {

    /** How a consent may be given. */
    private static final String GIVEN = "orally|in-writing|by-guardian";

    /** What a worker writes down when a person agrees. */
    record GrantRequest(
            @NotNull UUID personId,
            @NotNull @Size(max = 64) String purpose,
            @Size(max = 64) @Nullable String recipient,
            @Size(max = 200) @Nullable String partner,
            @Size(min = 1, max = 16) @Nullable List<@NotNull Compartment> compartments,

            @Pattern(regexp = GIVEN) @Nullable String given,

            @Pattern(regexp = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}") @Nullable String language,

            @Size(max = 2000) @Nullable String note,
            @Nullable LocalDate grantedOn) {

        ConsentEvidence evidence() {
            return new ConsentEvidence(
                    given == null ? "orally" : given, language == null ? "fr" : language, note, partner);
        }

        /** What is agreed to: what the request says, or else all that the purpose covers. */
        List<Compartment> agreedTo(Purpose purpose) {
            if (compartments == null) {
                return purpose.compartments();
            }
            for (var index = 0; index < compartments.size(); index++) {
                if (!purpose.compartments().contains(compartments.get(index))) {
                    throw Problem.invalid("/compartments/" + index, "unknown");
                }
            }
            return compartments.stream().distinct().toList();
        }

        @Override
        public String toString() {
            return "GrantRequest[…]";
        }
    }

    /** A consent just recorded. */
    record Granted(UUID consentId) {}

    /** A consent taken back, and since when. */
    record Withdrawn(UUID consentId, LocalDate withdrawnOn) {}

    /** What a person agreed to. */
    record ConsentsResponse(List<ConsentItem> items) {}

    /** One consent; how it was given, and to which partner, is absent once the evidence is destroyed. */
    record ConsentItem(
            UUID consentId,
            String purpose,
            String label,
            @Nullable String recipient,
            @Nullable String partner,
            List<Compartment> compartments,

            @Pattern(regexp = GIVEN) @Nullable String given,

            @Nullable String language,
            @Nullable String note,
            LocalDate grantedOn,
            @Nullable LocalDate withdrawnOn) {

        @Override
        public String toString() {
            return "ConsentItem[" + consentId + "]";
        }
    }

    private final Purposes purposes;
    private final Persons persons;
    private final ReadablePersons readable;
    private final ConsentsOfPerson consents;
    private final LaterWithdrawals withdrawals;
    private final CommandGateway commands;
    private final LeasedKeys keys;
    private final Opener opener;
    private final AccessJournal journal;
    private final MeterRegistry meters;
    private final SentOnce once;

    ConsentResource(
            Purposes purposes,
            Persons persons,
            ReadablePersons readable,
            ConsentsOfPerson consents,
            LaterWithdrawals withdrawals,
            CommandGateway commands,
            LeasedKeys keys,
            Opener opener,
            AccessJournal journal,
            MeterRegistry meters,
            SentOnce once) {
        this.purposes = purposes;
        this.persons = persons;
        this.readable = readable;
        this.consents = consents;
        this.withdrawals = withdrawals;
        this.commands = commands;
        this.keys = keys;
        this.opener = opener;
        this.journal = journal;
        this.meters = meters;
        this.once = once;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Granted grant(@Valid @RequestBody GrantRequest request, SendingKey sending, Caller caller) {
        var purpose = purposeOf(request.purpose());
        if (!purpose.permits(request.recipient())) {
            throw Problem.invalid("/recipient", "unknown");
        }
        var compartments = request.agreedTo(purpose);
        var partner = PartnerName.of(request.partner());
        if (partner.isPresent() && request.recipient() == null) {
            throw Problem.invalid("/recipient", "required");
        }
        // a person registered a moment ago is heard of a moment later
        ReadYourWrites.await(() -> persons.of(request.personId()).isKnown());
        var entry = readable.require(request.personId(), caller);
        return once.record(sending, request, Granted.class, claim -> {
            withdrawals.requireNoneAfter(entry.records(), request.grantedOn(), purpose, request.recipient(), partner);
            // a lease is not waited for while a database transaction is open
            keys.prefetchCurrent(List.of(new KeyLeases.Current(request.personId(), Compartment.CONSENT)));
            var consentId = UUID.randomUUID();
            var answer = claim.answering(new Granted(consentId), request.personId());
            commands.sendAndWait(new GrantConsent(
                    consentId,
                    request.personId(),
                    entry.records(),
                    purpose,
                    request.recipient(),
                    compartments,
                    partner,
                    Clear.of(request.evidence()),
                    request.grantedOn(),
                    caller.staffId()));
            ReadYourWrites.await(() -> consents.shows(consentId, false));
            count("granted");
            return answer;
        });
    }

    /** No body, no reason: taking back is as easy as giving, also while an erasure is under way. */
    @PostMapping("/{consentId}/withdrawal")
    Withdrawn withdraw(@PathVariable UUID consentId, Caller caller) {
        readable.requireToWithdraw(consents.personOf(consentId).orElseThrow(Problem::notFound), caller);
        LocalDate withdrawnOn = commands.sendAndWait(new WithdrawConsent(consentId, caller.staffId()));
        ReadYourWrites.await(() -> consents.shows(consentId, true));
        count("withdrawn");
        return new Withdrawn(consentId, withdrawnOn);
    }

    @GetMapping
    ConsentsResponse of(@RequestParam UUID personId, Caller caller, Locale reader) {
        if (!persons.of(personId).isKnown()) {
            // whose unit it is cannot be told yet, so nothing is shown
            return new ConsentsResponse(List.of());
        }
        var entry = readable.require(personId, caller);
        var through = entry.right().through();
        var admission = journal.opened(
                caller,
                new Opening(
                        entry.records(),
                        null,
                        Set.of(Compartment.CONSENT),
                        "consents",
                        through == null ? null : through.accessId()));
        var lines = consents.of(entry.records());
        var reading = opener.reading(admission).prepare(lines.stream().map(ConsentsOfPerson.Line::evidence));
        return new ConsentsResponse(
                lines.stream().map(line -> shown(line, reader, reading)).toList());
    }

    private ConsentItem shown(ConsentsOfPerson.Line line, Locale reader, Reading reading) {
        var evidence = reading.openUnlessDestroyed(ConsentEvent.EVIDENCE, line.consentId(), line.evidence());
        return new ConsentItem(
                line.consentId(),
                line.purpose(),
                // a purpose that left the register keeps its code
                purposes.of(line.purpose())
                        .map(purpose -> purpose.label().in(reader))
                        .orElse(line.purpose()),
                line.recipient(),
                evidence.map(ConsentEvidence::partner).orElse(null),
                line.compartments(),
                evidence.map(ConsentEvidence::given).orElse(null),
                evidence.map(ConsentEvidence::language).orElse(null),
                evidence.map(ConsentEvidence::note).orElse(null),
                line.grantedOn(),
                line.withdrawnOn());
    }

    private Purpose purposeOf(String code) {
        return purposes.of(code).orElseThrow(() -> Problem.invalid("/purpose", "unknown"));
    }

    private void count(String outcome) {
        meters.counter("lethe.consents", "outcome", outcome).increment();
    }
}
