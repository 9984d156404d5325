package eu.lethe.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** What is dangerous by default exists in a local stack alone. */
class PreconditionsTest {

    private static final Map<String, String> SOUND = Map.of(
            "spring.datasource.url", "jdbc:postgresql://db.example:5432/lethe_case?sslmode=verify-full",
            "spring.datasource.password", "of-this-agency",
            "lethe.service.secret", "of-this-agency",
            "lethe.retention.epochs.password", "of-this-agency",
            "lethe.retention.key-remover.password", "of-this-agency",
            "spring.kafka.security.protocol", "SASL_SSL",
            "lethe.identity.url", "https://identity.example",
            "lethe.consents.url", "https://consents.example");

    @Test
    void with_everything_said_and_encrypted_a_service_starts() {
        assertThat(Preconditions.missingIn(settings())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.password, '', LETHE_DB_PASSWORD",
        "spring.datasource.password, lethe, LETHE_DB_PASSWORD",
        "spring.datasource.url, jdbc:postgresql://db.example:5432/lethe_case, sslmode",
        "lethe.service.secret, '', LETHE_SERVICE_SECRET",
        "lethe.service.secret, lethe-local, LETHE_SERVICE_SECRET",
        "lethe.retention.epochs.password, '', LETHE_EPOCH_PASSWORD",
        "lethe.retention.epochs.password, lethe, LETHE_EPOCH_PASSWORD",
        "lethe.retention.key-remover.password, lethe, LETHE_DB_PASSWORD",
        "spring.kafka.security.protocol, PLAINTEXT, LETHE_KAFKA_SECURITY",
        "spring.kafka.security.protocol, SASL_PLAINTEXT, LETHE_KAFKA_SECURITY",
        "lethe.identity.url, http://127.0.0.1:8090, LETHE_IDENTITY_URL",
        "lethe.consents.url, http://consents.example, lethe.consents.url"
    })
    void each_thing_that_is_missing_or_known_to_everybody_is_named(String setting, String value, String named) {
        var settings = settings().withProperty(setting, value);

        assertThat(Preconditions.missingIn(settings)).singleElement().asString().contains(named);
    }

    @Test
    void a_local_stack_may_be_plain_and_public_but_says_its_passwords_all_the_same() {
        var local = settings()
                .withProperty("lethe.local", "true")
                .withProperty("spring.kafka.security.protocol", "PLAINTEXT")
                .withProperty("spring.datasource.password", "lethe");
        assertThat(Preconditions.missingIn(local)).isEmpty();

        local.setProperty("spring.datasource.password", "");
        assertThat(Preconditions.missingIn(local)).singleElement().asString().contains("LETHE_DB_PASSWORD");
    }

    private static MockEnvironment settings() {
        var settings = new MockEnvironment();
        SOUND.forEach(settings::setProperty);
        return settings;
    }
}
