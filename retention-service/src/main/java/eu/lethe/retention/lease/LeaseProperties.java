package eu.lethe.retention.lease;

import eu.lethe.contracts.sealing.Compartment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Understands who may lease what.
 *
 * @param clients by client id
 */
@ConfigurationProperties("lethe.retention")
record LeaseProperties(Map<String, Client> clients) {

    private static final Client NOBODY = new Client(List.of(), false, false, List.of(), null, null);

    /**
     * One client.
     *
     * @param compartments which it may lease
     * @param provisions whether a new key is made when it asks to seal in a compartment that was destroyed alone
     * @param external whether it is outside the agency: told of an erasure, and not waited for; leased only what one of its
     *     purposes covers
     * @param purposes for which it is handed data, by the codes of the register; an outsider that names none is leased nothing
     * @param partner its name, where its recipient stands for many: leased then is what persons agreed to for that name
     * @param recipient who it is to the register of purposes; none when it works for the agency itself
     */
    record Client(
            @DefaultValue List<Compartment> compartments,
            @DefaultValue("false") boolean provisions,
            @DefaultValue("false") boolean external,
            @DefaultValue List<String> purposes,
            @Nullable String recipient,
            @Nullable String partner) {

        boolean mayLease(Compartment compartment) {
            return compartments.contains(compartment);
        }
    }

    /** What a client may; nothing when it is unknown. */
    Client of(String clientId) {
        return clients.getOrDefault(clientId, NOBODY);
    }
}
