package eu.lethe.retention.epoch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hardware security module made of software: SoftHSM2, Debian's package softhsm2. Its configuration is found through the
 * environment (SOFTHSM2_CONF), which the build sets.
 */
public final class SoftHsm {

    /** Of its user. */
    public static final String PIN = "2468";

    private static final Pattern SLOT = Pattern.compile("slot (\\d+)");

    private static @Nullable SoftHsm only;

    private final long slot;
    private final long slotOfStrangers;

    private SoftHsm(long slot, long slotOfStrangers) {
        this.slot = slot;
        this.slotOfStrangers = slotOfStrangers;
    }

    /** The one of this process, with nothing in its token. */
    public static synchronized SoftHsm emptied() {
        if (only == null) {
            only = withTwoTokens();
        }
        try {
            for (var name : only.token().names()) {
                only.token().destroy(name);
            }
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("the token cannot be emptied", broken);
        }
        return only;
    }

    /** Before the library is first used: it reads its configuration once. */
    private static SoftHsm withTwoTokens() {
        try {
            var configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
            var tokens = Files.createTempDirectory("tokens");
            Files.createDirectories(configuration.getParent());
            Files.writeString(
                    configuration,
                    "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
            return new SoftHsm(newToken("lethe"), newToken("strangers"));
        } catch (IOException absent) {
            throw new UncheckedIOException("SoftHSM2 does not run: install Debian's package softhsm2", absent);
        }
    }

    /** The slot of a new token. */
    private static long newToken(String label) throws IOException {
        var said = run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "1357", "--pin", PIN);
        var slot = SLOT.matcher(said.lines().toList().getLast());
        if (!slot.find()) {
            throw new IllegalStateException(said);
        }
        return Long.parseLong(slot.group(1));
    }

    /** Its PKCS#11 library. */
    public static Path library() {
        return Stream.of("/usr/lib/softhsm", "/usr/local/lib/softhsm", "/usr/lib64/softhsm")
                .map(directory -> Path.of(directory, "libsofthsm2.so"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("install Debian's package softhsm2"));
    }

    /** The slot of its token. */
    public long slot() {
        return slot;
    }

    /** The slot of a token that nobody in this process has shown a PIN to: who has once, need not again. */
    long slotOfStrangers() {
        return slotOfStrangers;
    }

    HsmToken token() {
        return new HsmToken(library().toString(), slot, PIN);
    }

    private static String run(String... command) throws IOException {
        var process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
        return said;
    }
}
