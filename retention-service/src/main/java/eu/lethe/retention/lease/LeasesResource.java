package eu.lethe.retention.lease;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import eu.lethe.retention.keys.ContentKeys;
import eu.lethe.retention.keys.LedgerGate;
import eu.lethe.retention.keys.PassingKeys;
import eu.lethe.retention.lease.Leases.Answer;
import eu.lethe.retention.lease.Leases.Current;
import eu.lethe.retention.lease.Leases.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers services and integrators who ask for keys. What it answers is never stored on the way. */
@RestController
@RequestMapping("/api/retention")
class LeasesResource {

    private static final int BATCH = 10_000;

    record CurrentKey(@NotNull UUID personId, @NotNull Compartment compartment) {}

    record LeaseRequest(
            @Size(max = BATCH) @Nullable List<@NotNull KeyId> kids,
            @Size(max = BATCH) @Nullable List<@NotNull @Valid CurrentKey> current) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(
            @Nullable KeyId kid,
            @Nullable UUID personId,
            @Nullable Compartment compartment,
            int status) {}

    record LeaseAnswer(List<Map<String, Object>> keys, List<Refused> refused) {}

    record ReserveRequest(@Min(1) @Max(BATCH) int count) {}

    record ReserveAnswer(List<UUID> personIds) {}

    record PassingRequest(@NotNull Instant endsAt) {}

    record PassingAnswer(UUID subjectId) {}

    private final CoveredLeases leases;
    private final ContentKeys keys;
    private final LedgerGate gate;
    private final PassingKeys passing;

    LeasesResource(CoveredLeases leases, ContentKeys keys, LedgerGate gate, PassingKeys passing) {
        this.leases = leases;
        this.gate = gate;
        this.keys = keys;
        this.passing = passing;
    }

    @PostMapping("/leases")
    @Operation(summary = "Leases keys to a service for five minutes, many in one round trip")
    LeaseAnswer lease(@Valid @RequestBody LeaseRequest request, Caller caller) {
        var current = orEmpty(request.current()).stream()
                .map(one -> new Current(one.personId(), one.compartment()))
                .toList();
        var answer = leases.lease(caller, orEmpty(request.kids()), current);
        return new LeaseAnswer(answer.keys().stream().map(ContentKey::toJwk).toList(), refusals(answer));
    }

    @PostMapping("/reserves")
    @Operation(summary = "Makes ids of persons with a key of every compartment, assigned to nobody yet")
    ReserveAnswer reserve(@Valid @RequestBody ReserveRequest request, Caller caller) {
        if (!caller.subject().equals("case-service")) {
            throw Problem.forbidden();
        }
        gate.require();
        return new ReserveAnswer(keys.reserve(request.count()));
    }

    @PostMapping("/passing-keys")
    @Operation(
            summary =
                    "Makes a subject that is nobody, with one key, which is removed at a time that is said now: 72 hours ahead at most")
    PassingAnswer passing(@Valid @RequestBody PassingRequest request, Caller caller) {
        if (!caller.subject().equals("case-service")) {
            throw Problem.forbidden();
        }
        return new PassingAnswer(passing.make(request.endsAt()));
    }

    @GetMapping("/keys/{kid}")
    @Operation(
            summary =
                    "The key of a sealed field as a JWK; 423 while suspended, 410 once removed to who leased it, else 404;"
                            + " to an integrator only what a consent in force, or the law, covers for the person")
    Map<String, Object> key(@PathVariable String kid, Caller caller) {
        KeyId wanted;
        try {
            wanted = KeyId.parse(kid);
        } catch (IllegalArgumentException notAKeyId) {
            throw Problem.notFound();
        }
        var answer = leases.lease(caller, List.of(wanted), List.of());
        if (!answer.keys().isEmpty()) {
            return answer.keys().getFirst().toJwk();
        }
        throw switch (answer.refused().getOrDefault(wanted, Refusal.UNKNOWN)) {
            case SUSPENDED -> Problem.of(HttpStatus.LOCKED, "suspended");
            case REMOVED -> Problem.of(HttpStatus.GONE, "erased");
            case UNKNOWN -> Problem.notFound();
        };
    }

    private static List<Refused> refusals(Answer answer) {
        List<Refused> refused = new ArrayList<>();
        answer.refused().forEach((kid, why) -> refused.add(new Refused(kid, null, null, status(why))));
        answer.refusedCurrent()
                .forEach((one, why) -> refused.add(new Refused(null, one.personId(), one.compartment(), status(why))));
        return refused;
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case SUSPENDED -> HttpStatus.LOCKED.value();
            case REMOVED -> HttpStatus.GONE.value();
            case UNKNOWN -> HttpStatus.NOT_FOUND.value();
        };
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
