package eu.lethe.retention.epoch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import javax.crypto.SecretKey;

/** Understands the file of copies at one place of escrow: of epoch keys, and of the key that signs. */
final class EscrowPlace {

    private final String name;
    private final Path directory;
    private final Pkcs12KeyFile file;

    EscrowPlace(String name, Path directory, String password) {
        this.name = name;
        this.directory = directory;
        this.file = new Pkcs12KeyFile(directory.resolve("epochs.p12"), password);
    }

    String name() {
        return name;
    }

    /** A disk that is not mounted leaves its directory behind, and not what somebody laid on the disk. */
    boolean isThere() {
        return Files.exists(directory.resolve(Escrow.MARK));
    }

    SortedSet<Integer> epochs() {
        return file.epochs();
    }

    void keep(int epoch, SecretKey key, Pkcs12KeyFile signing) {
        file.put(epoch, key);
        signing.copySigningKeyTo(file);
    }

    void destroy(int epoch) {
        file.destroy(epoch);
    }

    @Override
    public String toString() {
        return name + " (" + directory + ")";
    }
}
