package eu.lethe.platform.sealing;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.KeyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** Understands how keys are asked of retention-service over HTTP, with this service's own credentials. */
final class RetentionServiceKeyLeases implements KeyLeases {

    private record LeaseRequest(List<KeyId> kids, List<Current> current) {}

    private record LeaseResponse(List<Map<String, Object>> keys, List<Refusal> refused) {}

    private record Refusal(
            @Nullable KeyId kid,
            @Nullable UUID personId,
            @Nullable Compartment compartment,
            int status) {}

    private record ReserveRequest(int count) {}

    private record ReserveResponse(List<UUID> personIds) {}

    private record PassingRequest(Instant endsAt) {}

    private record PassingResponse(UUID subjectId) {}

    private final RestClient retention;
    private final JsonMapper json = JsonMapper.shared();

    RetentionServiceKeyLeases(RestClient retention) {
        this.retention = retention;
    }

    @Override
    public Answer lease(Collection<KeyId> kids, Collection<Current> current) {
        var response = post(
                "/api/retention/leases",
                new LeaseRequest(List.copyOf(kids), List.copyOf(current)),
                LeaseResponse.class);
        return new Answer(
                response.keys().stream()
                        .map(jwk -> ContentKey.ofJwk(json.writeValueAsString(jwk)))
                        .toList(),
                response.refused().stream()
                        .map(RetentionServiceKeyLeases::refusal)
                        .toList());
    }

    @Override
    public List<UUID> reserve(int count) {
        return post("/api/retention/reserves", new ReserveRequest(count), ReserveResponse.class)
                .personIds();
    }

    @Override
    public UUID passing(Instant endsAt) {
        return post("/api/retention/passing-keys", new PassingRequest(endsAt), PassingResponse.class)
                .subjectId();
    }

    private <T> T post(String path, Object request, Class<T> type) {
        try {
            var response = retention.post().uri(path).body(request).retrieve().body(type);
            if (response == null) {
                throw new IllegalStateException("retention-service answered without a body");
            }
            return response;
        } catch (RestClientException | OAuth2AuthorizationException | IllegalStateException away) {
            throw new KeysUnavailable(away);
        }
    }

    private static KeyRefused refusal(Refusal refusal) {
        var cause = switch (refusal.status()) {
            case 423 -> KeyRefused.Cause.SUSPENDED;
            case 410 -> KeyRefused.Cause.DESTROYED;
            default -> KeyRefused.Cause.UNKNOWN;
        };
        var kid = refusal.kid();
        if (kid != null) {
            return new KeyRefused(kid.personId(), kid.compartment(), cause);
        }
        var personId = refusal.personId();
        var compartment = refusal.compartment();
        if (personId == null || compartment == null) {
            throw new IllegalStateException("retention-service refused without naming the key");
        }
        return new KeyRefused(personId, compartment, cause);
    }
}
