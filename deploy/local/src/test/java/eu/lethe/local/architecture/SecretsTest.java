package eu.lethe.local.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Understands that what is logged, or quoted by an exception, holds no secret: a record prints all it holds unless it is told not to. */
class SecretsTest {

    private static final String SETTINGS = "org.springframework.boot.context.properties.ConfigurationProperties";
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|passphrase|secret|pin|credentials?)");
    private static final JavaClasses LETHE = Compiled.classesOf(
            "contracts",
            "platform",
            "case-service",
            "consent-service",
            "retention-service",
            "reporting-service",
            "web",
            "deploy/local");

    @Test
    void the_settings_of_every_service_are_looked_at() {
        assertThat(LETHE.stream()
                        .filter(type -> type.isAnnotatedWith(SETTINGS) && holdsASecret(type))
                        .map(JavaClass::getSimpleName))
                .contains("EpochProperties", "HsmProperties", "IdentitySettings", "Settings");
        assertThat(holdsASecret(LETHE.get("eu.lethe.retention.epoch.EscrowProperties$Place")))
                .as("a record within settings")
                .isTrue();
    }

    @Test
    void no_record_prints_a_secret() {
        classes()
                .that(DescribedPredicate.describe("hold a secret", SecretsTest::holdsASecret))
                .should(printNoSecret())
                .check(LETHE);
    }

    private static boolean holdsASecret(JavaClass type) {
        return type.isRecord() && type.getFields().stream().anyMatch(SecretsTest::isSecret);
    }

    private static boolean isSecret(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.STATIC)
                && SECRET.matcher(field.getName()).matches();
    }

    private static ArchCondition<JavaClass> printNoSecret() {
        return new ArchCondition<>("print no secret") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var printing = type.getMethod("toString");
                var prints = isMadeByTheCompiler(printing)
                        || printing.getAccessesFromSelf().stream().anyMatch(access -> readsASecret(access, type));
                events.add(new SimpleConditionEvent(type, !prints, type.getName() + " prints what is secret"));
            }
        };
    }

    /** The one that prints all: whoever writes their own makes it final for no reason. */
    private static boolean isMadeByTheCompiler(JavaMethod printing) {
        return printing.getModifiers().contains(JavaModifier.FINAL);
    }

    /** The field, or the method that is called like it. */
    private static boolean readsASecret(JavaAccess<?> access, JavaClass type) {
        return access.getTargetOwner().equals(type)
                && SECRET.matcher(access.getTarget().getName()).matches();
    }
}
