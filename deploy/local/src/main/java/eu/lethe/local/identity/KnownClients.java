package eu.lethe.local.identity;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Understands a fixed list of clients that share one local secret, which Spring's own in-memory list does not allow. */
final class KnownClients implements RegisteredClientRepository {

    private final Map<String, RegisteredClient> clients;

    KnownClients(List<RegisteredClient> clients) {
        this.clients = clients.stream().collect(Collectors.toMap(RegisteredClient::getClientId, Function.identity()));
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("the demo's clients are fixed");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return clients.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.get(clientId);
    }
}
