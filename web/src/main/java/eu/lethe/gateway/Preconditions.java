package eu.lethe.gateway;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Understands what the gateway must have been told before it starts. What is dangerous (a secret that everybody knows, plain
 * connections, a cookie that travels on them) is for a local stack alone, which says that it is one: {@code LETHE_LOCAL}.
 */
final class Preconditions implements ApplicationListener<ApplicationContextInitializedEvent> {

    private static final String DEMO_SECRET = "lethe-local";

    /** What is missing, in one sentence. */
    static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Missing(List<String> what) {
            super("The gateway does not start: " + String.join("; ", what) + ".");
        }
    }

    /** Says it without a stack trace. */
    static final class Words extends AbstractFailureAnalyzer<Missing> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, Missing missing) {
            return new FailureAnalysis(missing.getMessage(), null, failure);
        }
    }

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent start) {
        var missing = missingIn(start.getApplicationContext().getEnvironment());
        if (!missing.isEmpty()) {
            throw new Missing(missing);
        }
    }

    static List<String> missingIn(Environment settings) {
        var missing = new ArrayList<String>();
        var secret = settings.getProperty("lethe.identity.client-secret", "");
        if (secret.isBlank()) {
            missing.add("its secret as a client of the identity provider is missing (LETHE_SERVICE_SECRET)");
        }
        if (settings.getProperty("lethe.local", Boolean.class, false)) {
            return missing;
        }
        if (secret.equals(DEMO_SECRET)) {
            missing.add("its secret is the demo's, which everybody knows (LETHE_SERVICE_SECRET)");
        }
        if (!settings.getProperty("server.servlet.session.cookie.secure", Boolean.class, false)) {
            missing.add("the session's cookie is not Secure (LETHE_COOKIE_SECURE)");
        }
        if (!isEncrypted(settings, "lethe.gateway.url")) {
            missing.add("its own address is not https (LETHE_GATEWAY_URL)");
        }
        for (var address : List.of("issuer", "authorization", "token", "keys", "end-session")) {
            if (!isEncrypted(settings, "lethe.identity." + address)) {
                missing.add("the identity provider's %s is not https (LETHE_IDENTITY_URL)".formatted(address));
            }
        }
        return missing;
    }

    private static boolean isEncrypted(Environment settings, String address) {
        return settings.getProperty(address, "").startsWith("https://");
    }
}
