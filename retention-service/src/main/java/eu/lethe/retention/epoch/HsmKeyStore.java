package eu.lethe.retention.epoch;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.platform.catalogue.Label;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands epoch keys that lie in a file, each wrapped under a key of its own in a hardware security module, which unwraps
 * it when it is first used: asking it for each key of a person would take a round trip to it each. Epochs from before there was
 * a module are those of the PKCS#12 file, until they are destroyed.
 */
@Component
@Primary
@ConditionalOnProperty("lethe.retention.epochs.hsm.library")
final class HsmKeyStore implements EpochKeyStore {

    /**
     * One epoch.
     *
     * @param name of the module's key, which no other installation on the same token has
     * @param key nonce, ciphertext and tag, base64; null until the module has made its key
     */
    record Wrapped(String name, @Nullable String key) {

        byte[] bytes() {
            return Base64.getDecoder().decode(key);
        }
    }

    /**
     * What the file holds.
     *
     * @param first the first epoch that was wrapped here
     */
    record Content(@Nullable Integer first, Map<Integer, Wrapped> epochs) {

        static Content nothing() {
            return new Content(null, Map.of());
        }

        Content with(int epoch, Wrapped wrapped) {
            var more = new TreeMap<>(epochs);
            more.put(epoch, wrapped);
            return new Content(first == null ? epoch : first, more);
        }

        Content without(int epoch) {
            var fewer = new TreeMap<>(epochs);
            fewer.remove(epoch);
            return new Content(first, fewer);
        }
    }

    /** What was read, and what the module has unwrapped of it. */
    private record Read(Content content, Map<Integer, SecretKey> unwrapped) {}

    private static final JsonMapper JSON = EventJson.mapper();
    private static final Read NOTHING = new Read(Content.nothing(), Map.of());

    private final ReplacedFile file;
    private final HsmToken token;
    private final EpochKeyStore before;
    private final ReentrantLock lock = new ReentrantLock();
    private final FileContent<Read> content;

    @Autowired
    HsmKeyStore(EpochProperties properties, HsmProperties hsm, Pkcs12KeyFile before) {
        this(new ReplacedFile(beside(properties)), token(hsm), before);
    }

    HsmKeyStore(ReplacedFile file, HsmToken token, EpochKeyStore before) {
        this.file = file;
        this.content = new FileContent<>(
                file, text -> parsed(text).map(content -> new Read(content, new ConcurrentHashMap<>())));
        this.token = token;
        this.before = before;
    }

    private static HsmToken token(HsmProperties hsm) {
        if (hsm.library() == null || hsm.slot() == null || hsm.pin() == null) {
            throw new IllegalStateException("no hardware security module is configured");
        }
        return new HsmToken(hsm.library().toString(), hsm.slot(), hsm.pin());
    }

    private static Path beside(EpochProperties properties) {
        return properties.file().resolveSibling("epochs-wrapped.json");
    }

    /**
     * Insists that who has no module configured left no epoch with one: its key there would outlive what is certified.
     *
     * @throws IllegalStateException otherwise
     */
    static void requireNothingLeft(EpochProperties properties) {
        var left = beside(properties);
        boolean nothing;
        try {
            nothing = !Files.exists(left)
                    || parsed(Files.readString(left))
                            .filter(content -> content.epochs().isEmpty())
                            .isPresent();
        } catch (IOException unreadable) {
            throw new IllegalStateException(left + " cannot be read", unreadable);
        }
        if (!nothing) {
            throw new IllegalStateException(
                    "epochs are wrapped in a hardware security module, as %s says, and none is configured: configure it, or, once the keys in it are destroyed, move that file away"
                            .formatted(left));
        }
    }

    @Override
    public SortedSet<Integer> epochs() {
        return guarded(() -> {
            var names = token.names();
            var epochs = new TreeSet<>(before.epochs());
            current().content().epochs().forEach((epoch, wrapped) -> {
                if (wrapped.key() != null && names.contains(wrapped.name())) {
                    epochs.add(epoch);
                }
            });
            return epochs;
        });
    }

    @Override
    public void create(int epoch) {
        if (epochs().contains(epoch)) {
            return;
        }
        // written down before it is made, so that a crash leaves no key in the module that nobody knows of
        changed(content -> {
            var begun = content.epochs().get(epoch);
            return begun != null && begun.key() == null
                    ? content
                    : content.with(epoch, new Wrapped("lethe-" + UUID.randomUUID(), null));
        });
        changed(content -> {
            var wrapped = content.epochs().get(epoch);
            if (wrapped == null || wrapped.key() != null) {
                return content;
            }
            var generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            var key = token.wrap(
                    wrapped.name(), bound(epoch), generator.generateKey().getEncoded());
            return content.with(
                    epoch, new Wrapped(wrapped.name(), Base64.getEncoder().encodeToString(key)));
        });
    }

    @Override
    public SecretKey key(int epoch) {
        var known = unguarded(this::current).unwrapped().get(epoch);
        if (known != null) {
            return known;
        }
        return guarded(() -> {
            var now = current();
            var wrapped = now.content().epochs().get(epoch);
            if (wrapped == null || wrapped.key() == null) {
                return before.key(epoch);
            }
            var secret = token.unwrap(wrapped.name(), bound(epoch), wrapped.bytes());
            if (secret.isEmpty()) {
                // the module has lost or destroyed it: what was put back from escrow lies in the other file
                return before.key(epoch);
            }
            var key = new SecretKeySpec(secret.get(), "AES");
            now.unwrapped().put(epoch, key);
            return key;
        });
    }

    /** First in the module: without the key there, nobody unwraps what a crash, or a copy of the file, leaves. */
    @Override
    public void destroy(int epoch) {
        changed(content -> {
            var wrapped = content.epochs().get(epoch);
            if (wrapped != null) {
                token.destroy(wrapped.name());
            }
            return content.without(epoch);
        });
        before.destroy(epoch);
    }

    @Override
    public StoreKind kind() {
        return first() == null ? before.kind() : StoreKind.PKCS11;
    }

    @Override
    public List<Label> limits() {
        var first = first();
        if (first == null) {
            return before.limits();
        }
        var limits = new ArrayList<Label>();
        limits.add(
                new Label(
                        "Les clés d’époque étaient dans un fichier, chiffrées sous des clés d’un module matériel de sécurité (PKCS#11) qui y ont été"
                                + " détruites : c’est à qui exploite le module de dire si ses propres sauvegardes et répliques les détiennent encore.",
                        "The epoch keys lay in a file, wrapped under keys of a hardware security module (PKCS#11) that were destroyed in"
                                + " it: whether the module's own backups and replicas hold them still is for whoever runs it to say."));
        if (first == 1) {
            limits.add(LEASED);
        } else {
            limits.add(new Label(
                    "Celles des époques avant la %d ne l’étaient pas. Pour elles :".formatted(first),
                    "Keys of the epochs before %d were not. Of these:".formatted(first)));
            limits.addAll(before.limits());
        }
        return limits;
    }

    private @Nullable Integer first() {
        return unguarded(this::current).content().first();
    }

    /** What was wrapped for one epoch is not taken for another's. */
    private static byte[] bound(int epoch) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(epoch).array();
    }

    @Override
    public String toString() {
        return "the store of epoch keys " + file + " with " + token;
    }

    @FunctionalInterface
    private interface Action<T> {
        T run() throws GeneralSecurityException, IOException;
    }

    @FunctionalInterface
    private interface Change {
        Content of(Content content) throws GeneralSecurityException, IOException;
    }

    private void changed(Change change) {
        guarded(() -> file.exclusively(() -> {
            var content = current().content();
            var next = change.of(content);
            if (!next.equals(content)) {
                file.replace(JSON.writeValueAsBytes(next));
            }
            return true;
        }));
    }

    /** Another instance may have changed it, and what that took out is used no longer. */
    private Read current() throws GeneralSecurityException, IOException {
        if (!Files.exists(file.path())) {
            return NOTHING;
        }
        return content.current()
                .orElseThrow(() -> new GeneralSecurityException("what it holds cannot be read as wrapped epoch keys"));
    }

    private static Optional<Content> parsed(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, Content.class)).filter(content -> content.epochs() != null);
        } catch (JacksonException notThat) {
            return Optional.empty();
        }
    }

    private <T> T guarded(Action<T> action) {
        lock.lock();
        try {
            return unguarded(action);
        } finally {
            lock.unlock();
        }
    }

    /** Who only wants what is known already does not wait for who waits for the module. */
    private <T> T unguarded(Action<T> action) {
        try {
            return action.run();
        } catch (GeneralSecurityException | ProviderException broken) {
            throw new IllegalStateException(this + " cannot be used: " + broken.getMessage(), broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(this + " cannot be read or written", unreadable);
        }
    }
}
