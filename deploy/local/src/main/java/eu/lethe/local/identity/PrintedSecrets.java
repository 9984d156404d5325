package eu.lethe.local.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Understands that the demo's passwords and secrets are public: hashing what is printed at start would only pretend. */
final class PrintedSecrets implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence typed) {
        return typed == null ? null : typed.toString();
    }

    @Override
    public boolean matches(@Nullable CharSequence typed, @Nullable String known) {
        return typed != null && known != null && MessageDigest.isEqual(bytes(typed.toString()), bytes(known));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
