package eu.lethe.cases.protection;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Nomenclature;
import eu.lethe.platform.catalogue.Recipients;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Understands what says that there is child protection in a file: codes of the nomenclature, and referrals. */
@Component
final class ProtectionMatters {

    private final List<String> codes;
    private final List<String> recipients;
    private final List<String> purposes;

    ProtectionMatters(
            @Value("${lethe.child-protection.codes}") List<String> codes,
            @Value("${lethe.child-protection.recipients}") List<String> recipients,
            @Value("${lethe.child-protection.purposes}") List<String> purposes,
            Nomenclature nomenclature,
            Recipients known) {
        codes.forEach(code -> require(
                "codes",
                code,
                nomenclature
                        .of(code)
                        .filter(entry -> entry.compartment().equals(Compartment.CODING))
                        .isPresent()));
        recipients.forEach(recipient ->
                require("recipients", recipient, known.of(recipient).isPresent()));
        this.codes = List.copyOf(codes);
        this.recipients = List.copyOf(recipients);
        this.purposes = List.copyOf(purposes);
    }

    private static void require(String list, String entry, boolean known) {
        if (!known) {
            throw new IllegalStateException(
                    "lethe.child-protection.%s names %s, which the agency's catalogue does not have among them: no file would ever be kept for it"
                            .formatted(list, entry));
        }
    }

    /** Whether one of these codes says so. */
    boolean areAmong(Collection<String> chosen) {
        return chosen.stream().anyMatch(codes::contains);
    }

    /** Whether a referral says so. */
    boolean areReferredTo(String recipient, @Nullable String purpose) {
        return recipients.contains(recipient) || (purpose != null && purposes.contains(purpose));
    }
}
