package eu.lethe.platform.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Understands the key a service signs the heads of its journal with (Ed25519). It lives in a directory outside the database and
 * its backups: whoever can change the journal's rows cannot sign a head that fits them. The public keys stay there too, those of
 * earlier keys as well: to change the key, take the private one away and start the service again.
 */
final class HeadKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 9;

    private final String id;
    private final PrivateKey signing;
    private final Map<String, PublicKey> known;

    private HeadKeys(String id, PrivateKey signing, Map<String, PublicKey> known) {
        this.id = id;
        this.signing = signing;
        this.known = Map.copyOf(known);
    }

    /**
     * The keys of a service; makes the first, or the next once the last was taken away.
     *
     * @throws IllegalStateException when the directory cannot be read or written
     */
    static HeadKeys in(Path directory, String service) {
        try {
            Files.createDirectories(directory);
            var secret = directory.resolve(service + ".key");
            if (Files.notExists(secret)) {
                make(directory, service, secret);
            }
            var signing = factory().generatePrivate(new PKCS8EncodedKeySpec(decoded(secret)));
            var known = new HashMap<String, PublicKey>();
            try (var files = Files.newDirectoryStream(directory, service + ".*.pub")) {
                for (var file : files) {
                    var key = factory().generatePublic(new X509EncodedKeySpec(decoded(file)));
                    known.put(idOf(key), key);
                }
            }
            return new HeadKeys(ownAmong(known, signing), signing, known);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the access journal in " + directory, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys of the access journal in " + directory + " are not readable", e);
        }
    }

    /** Signs a head. */
    String sign(String by, long index, String leaf, String root) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing);
            signature.update(said(by, index, leaf, root));
            return id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the access journal's key does not sign", e);
        }
    }

    /** Whether one of the service's keys signed this head. */
    boolean signed(@Nullable String signature, String by, long index, String leaf, String root) {
        if (signature == null) {
            return false;
        }
        var dot = signature.indexOf('.');
        var key = dot < 0 ? null : known.get(signature.substring(0, dot));
        if (key == null) {
            return false;
        }
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(said(by, index, leaf, root));
            return check.verify(Base64.getUrlDecoder().decode(signature.substring(dot + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return false;
        }
    }

    private static byte[] said(String by, long index, String leaf, String root) {
        return String.join("\n", "lethe-access-head-v1", by, Long.toString(index), leaf, root)
                .getBytes(UTF_8);
    }

    /** Two instances may start at the same time: the one that comes second takes the key of the first. */
    private static void make(Path directory, String service, Path secret) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        var written = Files.createTempFile(
                directory,
                service,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(written, encoded(pair.getPrivate().getEncoded()));
            writePublic(directory, service, pair);
            Files.createLink(secret, written);
        } catch (FileAlreadyExistsException theOtherWasFirst) {
            // its key is the one; ours signs nothing
        } finally {
            Files.delete(written);
        }
    }

    private static void writePublic(Path directory, String service, KeyPair pair) throws IOException {
        Files.writeString(
                directory.resolve(service + "." + idOf(pair.getPublic()) + ".pub"),
                encoded(pair.getPublic().getEncoded()));
    }

    private static String ownAmong(Map<String, PublicKey> known, PrivateKey signing) throws GeneralSecurityException {
        for (var candidate : known.entrySet()) {
            var probe = new HeadKeys(candidate.getKey(), signing, known);
            if (probe.signed(probe.sign("", 0, "", ""), "", 0, "", "")) {
                return candidate.getKey();
            }
        }
        throw new GeneralSecurityException("the public key is missing");
    }

    private static String idOf(PublicKey key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM);
    }

    private static String encoded(byte[] key) {
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static byte[] decoded(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }
}
