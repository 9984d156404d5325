package eu.lethe.retention.epoch;

import eu.lethe.platform.catalogue.Label;
import java.util.List;
import java.util.SortedSet;
import javax.crypto.SecretKey;

/**
 * The port to where epoch keys lie: outside every database and its backups. Losing it loses everything that is sealed.
 * Every change is durable when the method returns.
 */
public interface EpochKeyStore {

    /** What no store can claim. */
    Label LEASED = new Label(
            "Qui avait reçu une clé a pu la garder, ou ce qu’elle ouvrait : on peut dire qui a été prévenu et qui a confirmé,"
                    + " rien de plus.",
            "Whoever was leased a key may have kept it, or what it opened: notified and confirmed is all that can be said.");

    /** The epochs whose key is here. */
    SortedSet<Integer> epochs();

    /** Makes the key of an epoch; does nothing when it is here already. */
    void create(int epoch);

    /**
     * The key of an epoch, AES with 256 bits.
     *
     * @throws EpochKeyAbsent when it was destroyed, or never was here
     */
    SecretKey key(int epoch);

    /** Destroys the key of an epoch; does nothing when it is not here. */
    void destroy(int epoch);

    /** What this kind of store is called in a certificate. */
    StoreKind kind();

    /** What a certificate cannot claim because of this kind of store, one sentence each, in both languages. */
    List<Label> limits();
}
