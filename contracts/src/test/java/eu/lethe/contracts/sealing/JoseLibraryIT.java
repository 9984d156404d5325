package eu.lethe.contracts.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A plain JOSE library in another language, {@code jose} for JavaScript, opens what we seal, and we what it seals. */
class JoseLibraryIT {

    private static final Path SCRIPTS = Path.of("src/test/js");

    @TempDir
    static Path work;

    /** What a program said, and whether it was content. */
    private record Said(int exitCode, String out, String err) {}

    @BeforeAll
    static void install() throws Exception {
        for (var file : List.of("package.json", "package-lock.json", ".npmrc", "open.mjs", "seal.mjs")) {
            Files.copy(SCRIPTS.resolve(file), work.resolve(file));
        }
        var installed = run("", "npm", "ci", "--ignore-scripts");
        assertThat(installed.exitCode()).as(installed.err()).isZero();
    }

    @Test
    void jose_opens_what_we_sealed() throws Exception {
        var opened = open(Claire.sealed().compact());

        assertThat(opened.out()).as(opened.err()).isEqualTo(Claire.CLEAR);
    }

    @Test
    void jose_refuses_what_was_altered() throws Exception {
        var forged = ForgedJwe.of(Claire.sealed().compact());
        var tag = ForgedJwe.decoded(forged.tag());
        tag[0]++;

        var opened = open(forged.withCiphertextAndTag(forged.ciphertext(), ForgedJwe.encoded(tag))
                .compact());

        assertThat(opened.err()).contains("ERR_JWE_DECRYPTION_FAILED");
    }

    @Test
    void we_open_what_jose_sealed_in_its_place() throws Exception {
        var sealed = seal(Claire.TEXT_OF_CONTACT.toString());

        assertThat(Claire.open(sealed.out())).as(sealed.err()).isEqualTo(Claire.CLEAR);
    }

    private static Said open(String jwe) throws Exception {
        return run(
                JsonMapper.shared().writeValueAsString(Map.of("jwk", Claire.KEY.toJwk(), "jwe", jwe)),
                "node",
                "open.mjs");
    }

    private static Said seal(String context) throws Exception {
        return run(
                JsonMapper.shared()
                        .writeValueAsString(Map.of("jwk", Claire.KEY.toJwk(), "ctx", context, "text", Claire.CLEAR)),
                "node",
                "seal.mjs");
    }

    private static Said run(String input, String... command) throws IOException, InterruptedException {
        var out = Files.createTempFile(work, "out", "");
        var err = Files.createTempFile(work, "err", "");
        var process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try (var standardInput = process.getOutputStream()) {
            standardInput.write(input.getBytes(UTF_8));
        }
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command[0] + " did not end");
        }
        return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
