package eu.lethe.retention.epoch;

import eu.lethe.contracts.certificate.Anchor;
import eu.lethe.platform.catalogue.Label;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Understands a PKCS#12 file of epoch keys and the signing key. Each operation reads the file if another process changed
 * it, and each change replaces it whole, so that a crash leaves the old file or the new one.
 */
@Component
final class Pkcs12KeyFile implements EpochKeyStore, SigningKeyStore {

    private static final String EPOCH = "epoch-";
    private static final String SIGNING = "signing";

    private final ReplacedFile file;
    private final char[] password;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, SecretKey> unwrapped = new ConcurrentHashMap<>();
    private byte[] read = {};
    private @Nullable KeyStore store;

    @Autowired
    Pkcs12KeyFile(EpochProperties properties) {
        this(properties.file(), properties.password());
    }

    Pkcs12KeyFile(Path path, String password) {
        this.file = new ReplacedFile(path);
        this.password = password.toCharArray();
    }

    @Override
    public SortedSet<Integer> epochs() {
        return guarded(() -> {
            SortedSet<Integer> epochs = new TreeSet<>();
            for (var alias : Collections.list(store().aliases())) {
                if (alias.startsWith(EPOCH)) {
                    epochs.add(Integer.valueOf(alias.substring(EPOCH.length())));
                }
            }
            return epochs;
        });
    }

    @Override
    public void create(int epoch) {
        keep(epoch, () -> {
            var generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            return generator.generateKey();
        });
    }

    /** Keeps the key that an epoch has elsewhere; does nothing when it has one here. */
    void put(int epoch, SecretKey key) {
        keep(epoch, () -> key);
    }

    private void keep(int epoch, Action<SecretKey> key) {
        changed(keys -> {
            if (keys.containsAlias(EPOCH + epoch)) {
                return false;
            }
            keys.setEntry(
                    EPOCH + epoch, new KeyStore.SecretKeyEntry(key.run()), new KeyStore.PasswordProtection(password));
            return true;
        });
    }

    @Override
    public SecretKey key(int epoch) {
        return guarded(() -> {
            var keys = store();
            var known = unwrapped.get(epoch);
            if (known != null) {
                return known;
            }
            if (keys.getKey(EPOCH + epoch, password) instanceof SecretKey key) {
                unwrapped.put(epoch, key);
                return key;
            }
            throw new EpochKeyAbsent(epoch);
        });
    }

    @Override
    public void destroy(int epoch) {
        changed(keys -> {
            if (!keys.containsAlias(EPOCH + epoch)) {
                return false;
            }
            keys.deleteEntry(EPOCH + epoch);
            return true;
        });
        unwrapped.remove(epoch);
    }

    @Override
    public SigningKey signingKey() {
        changed(keys -> {
            if (keys.containsAlias(SIGNING)) {
                return false;
            }
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(SelfSigned.certificate(pair)));
            keys.setKeyEntry(SIGNING, pair.getPrivate(), password, new Certificate[] {certificate});
            return true;
        });
        return guarded(() -> {
            Key key = store().getKey(SIGNING, password);
            var certificate = store().getCertificate(SIGNING);
            if (key instanceof PrivateKey privateKey && certificate != null) {
                return new SigningKey(privateKey, Anchor.of(certificate.getPublicKey()));
            }
            throw new IllegalStateException("the signing key is not in the store");
        });
    }

    /** Keeps the signing key in another file too, under that one's password. */
    void copySigningKeyTo(Pkcs12KeyFile other) {
        var own = signingKey();
        var certificate = guarded(() -> store().getCertificate(SIGNING));
        other.changed(keys -> {
            if (keys.containsAlias(SIGNING)) {
                return false;
            }
            keys.setKeyEntry(SIGNING, own.privateKey(), other.password, new Certificate[] {certificate});
            return true;
        });
    }

    @Override
    public StoreKind kind() {
        return StoreKind.PKCS12_FILE;
    }

    @Override
    public List<Label> limits() {
        return List.of(
                new Label(
                        "Les clés d’époque étaient dans un fichier chiffré (PKCS#12) : des blocs d’une version antérieure peuvent lui"
                                + " survivre sur un disque SSD, et qui détient une copie de ce fichier et son mot de passe détient ses clés.",
                        "The epoch keys lay in an encrypted file (PKCS#12): blocks of an earlier version of the file may outlive it"
                                + " on a solid-state disk, and who holds a copy of that file and its password holds its keys."),
                LEASED);
    }

    @Override
    public String toString() {
        return "the store of epoch keys " + file;
    }

    @FunctionalInterface
    private interface Action<T extends @Nullable Object> {
        T run() throws GeneralSecurityException, IOException;
    }

    @FunctionalInterface
    private interface Change {
        /** Whether anything was changed. */
        boolean applyTo(KeyStore keys) throws GeneralSecurityException, IOException;
    }

    private void changed(Change change) {
        guarded(() -> file.exclusively(() -> {
            var keys = store();
            // what did not reach the disk must not be used from memory
            store = null;
            if (change.applyTo(keys)) {
                var content = new ByteArrayOutputStream();
                keys.store(content, password);
                file.replace(content.toByteArray());
                read = content.toByteArray();
            }
            store = keys;
            return true;
        }));
    }

    private <T> T guarded(Action<T> action) {
        lock.lock();
        try {
            return action.run();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the store of epoch keys " + file + " cannot be used", broken);
        } catch (IOException unreadable) {
            var wrongPassword = unreadable.getCause() instanceof UnrecoverableKeyException;
            throw new UncheckedIOException(
                    "the store of epoch keys " + file
                            + (wrongPassword
                                    ? " cannot be read: is its password the right one?"
                                    : " cannot be read or written"),
                    unreadable);
        } finally {
            lock.unlock();
        }
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        var known = store;
        var content = Files.exists(file.path()) ? Files.readAllBytes(file.path()) : new byte[0];
        if (known != null && Arrays.equals(content, read)) {
            return known;
        }
        var loaded = KeyStore.getInstance("PKCS12");
        loaded.load(content.length == 0 ? null : new ByteArrayInputStream(content), password);
        unwrapped.clear();
        read = content;
        store = loaded;
        return loaded;
    }
}
