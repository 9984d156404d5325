package eu.lethe.retention.lease;

import eu.lethe.contracts.sealing.KeyId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Understands whether anybody at all would get a key. */
@Component
public class LeaseCheck {

    private final Leases leases;
    private final LeaseProperties properties;

    LeaseCheck(Leases leases, LeaseProperties properties) {
        this.leases = leases;
        this.properties = properties;
    }

    /** Asks for the keys in every client's name, as if everybody had consented to everything. */
    public boolean refusedToEverybody(Collection<KeyId> kids) {
        return properties.clients().keySet().stream()
                .allMatch(client -> leases.lease(client, kids, List.of(), Coverage.ofEverything())
                        .keys()
                        .isEmpty());
    }
}
