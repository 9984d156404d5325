package eu.lethe.platform.sealing;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.KeyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The port to the keeper of keys, retention-service. */
public interface KeyLeases {

    /** The key in use today for a person's compartment, whatever its generation. */
    record Current(UUID personId, Compartment compartment) {}

    /**
     * What was leased and what was not.
     *
     * @param keys valid for {@link LeasedKeys#LEASE} from the moment of asking
     */
    record Answer(List<ContentKey> keys, List<KeyRefused> refusals) {}

    /**
     * Leases keys by id, and current keys by person and compartment, in one round trip.
     *
     * @throws KeysUnavailable when the keeper cannot be reached
     */
    Answer lease(Collection<KeyId> kids, Collection<Current> current);

    /**
     * Has persons' ids made, each with its keys, assigned to nobody yet.
     *
     * @throws KeysUnavailable when the keeper cannot be reached
     */
    List<UUID> reserve(int count);

    /**
     * Has a subject made that is nobody, with a key of the {@code narrative} compartment, which the keeper removes when its time
     * is over.
     *
     * @throws KeysUnavailable when the keeper cannot be reached
     */
    UUID passing(Instant endsAt);
}
