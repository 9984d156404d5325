package eu.lethe.platform.start;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Understands what a service must have been told before it starts. What is dangerous (passwords that everybody knows, plain
 * connections) is for a local stack alone, which says that it is one: {@code LETHE_LOCAL}.
 */
final class Preconditions implements ApplicationListener<ApplicationContextInitializedEvent> {

    private static final String EPOCH_PASSWORD = "lethe.retention.epochs.password";
    private static final Set<String> KNOWN_TO_EVERYBODY = Set.of("lethe", "lethe-local");
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final List<String> NEIGHBOURS = List.of("retention", "consents", "cases");

    /** What is missing, in one sentence. */
    static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Missing(String service, List<String> what) {
            super("%s does not start: %s.".formatted(service, String.join("; ", what)));
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
        var settings = start.getApplicationContext().getEnvironment();
        var service = settings.getProperty("lethe.service.name");
        if (service == null) {
            return;
        }
        var missing = missingIn(settings);
        if (!missing.isEmpty()) {
            throw new Missing(service, missing);
        }
    }

    /** What is missing, or too dangerous for anything but a local stack. */
    static List<String> missingIn(Environment settings) {
        var missing = new ArrayList<String>();
        requireSecret(settings, "spring.datasource.password", "the database password", "LETHE_DB_PASSWORD", missing);
        requireSecret(settings, "lethe.service.secret", "the service's own secret", "LETHE_SERVICE_SECRET", missing);
        if (settings.containsProperty(EPOCH_PASSWORD)) {
            requireSecret(settings, EPOCH_PASSWORD, "the password of the epoch keys", "LETHE_EPOCH_PASSWORD", missing);
            requireSecret(
                    settings,
                    "lethe.retention.key-remover.password",
                    "the password of the role that removes keys",
                    "LETHE_DB_PASSWORD",
                    missing);
        }
        if (!isLocal(settings)) {
            requireEncryption(settings, missing);
        }
        return missing;
    }

    private static void requireSecret(
            Environment settings, String name, String what, String variable, List<String> missing) {
        var secret = settings.getProperty(name, "");
        if (secret.isBlank()) {
            missing.add("%s is missing (%s)".formatted(what, variable));
        } else if (!isLocal(settings) && KNOWN_TO_EVERYBODY.contains(secret)) {
            missing.add("%s is the demo's, which everybody knows (%s)".formatted(what, variable));
        }
    }

    private static void requireEncryption(Environment settings, List<String> missing) {
        var kafka = settings.getProperty("spring.kafka.security.protocol", "");
        if (!kafka.equals("SSL") && !kafka.equals("SASL_SSL")) {
            missing.add("Kafka is reached over a plain connection (LETHE_KAFKA_SECURITY)");
        }
        if (!settings.getProperty("lethe.identity.url", "").startsWith("https://")) {
            missing.add("the identity provider's address is not https (LETHE_IDENTITY_URL)");
        }
        for (var neighbour : NEIGHBOURS) {
            var address = settings.getProperty("lethe." + neighbour + ".url");
            if (address != null && !address.startsWith("https://") && !isOfThisMachine(address)) {
                missing.add("lethe.%s.url is neither https nor of this machine".formatted(neighbour));
            }
        }
        var database = settings.getProperty("spring.datasource.url", "");
        if (!isOfThisMachine(database.replaceFirst("^jdbc:", "")) && !database.contains("sslmode=verify-full")) {
            missing.add(
                    "the database is reached over a plain connection (sslmode=verify-full in spring.datasource.url)");
        }
    }

    private static boolean isOfThisMachine(String address) {
        var host = URI.create(address).getHost();
        return host != null && THIS_MACHINE.contains(host);
    }

    private static boolean isLocal(Environment settings) {
        return settings.getProperty("lethe.local", Boolean.class, false);
    }
}
