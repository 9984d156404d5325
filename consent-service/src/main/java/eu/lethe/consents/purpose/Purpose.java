package eu.lethe.consents.purpose;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.CatalogueTable;
import eu.lethe.platform.catalogue.Label;
import eu.lethe.platform.catalogue.Recipients;
import eu.lethe.platform.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Understands what data is used for, and why it may be (GDPR art. 6 and 9).
 *
 * @param legalBasis {@code public-task}, {@code legal-obligation} or {@code consent}
 * @param healthBasis what allows health data to be used, if the purpose touches any
 * @param compartments the data it covers
 * @param recipients who receives the data, by code; empty when it stays in the agency
 * @param retentionRule the rule of the retention schedule that ends it
 */
public record Purpose(
        String code,
        String legalBasis,
        @Nullable String healthBasis,
        List<Compartment> compartments,
        List<String> recipients,
        boolean consentRequired,
        String retentionRule,
        Label label) {

    private static final String CONSENT = "consent";
    private static final Set<String> LEGAL_BASES = Set.of("public-task", "legal-obligation", CONSENT);

    /**
     * @throws IllegalArgumentException when the purpose contradicts itself; the message is for the administrator who
     *     wrote the file
     */
    public Purpose {
        compartments = List.copyOf(compartments);
        recipients = List.copyOf(recipients);
        if (!LEGAL_BASES.contains(legalBasis)) {
            throw new IllegalArgumentException("legal_basis is not one of " + LEGAL_BASES);
        }
        if (compartments.isEmpty()) {
            throw new IllegalArgumentException("compartments is empty: a purpose without data needs no entry");
        }
        if (compartments.contains(Compartment.HEALTH) && healthBasis == null) {
            throw new IllegalArgumentException(
                    "health_basis is empty, yet the purpose covers health data (GDPR art. 9)");
        }
        if (consentRequired != CONSENT.equals(legalBasis)) {
            throw new IllegalArgumentException(
                    "consent_required and legal_basis disagree: consent is asked for where it is the basis, only there");
        }
    }

    static Purpose row(CatalogueTable.Row row, Recipients known) {
        row.words("recipients").forEach(recipient -> {
            if (known.of(recipient).isEmpty()) {
                throw new IllegalArgumentException(
                        "recipients names " + recipient + ", which is not in recipients.csv");
            }
        });
        return new Purpose(
                row.text("code"),
                row.text("legal_basis"),
                row.optional("health_basis").orElse(null),
                row.words("compartments").stream().map(Compartment::new).toList(),
                row.words("recipients"),
                row.flag("consent_required"),
                row.text("retention_rule"),
                row.label());
    }

    /**
     * Guards that consent is this purpose's ground. Where the law already allows the use, a refusal would change nothing,
     * and a consent that may not be refused is none (GDPR art. 7(4)).
     *
     * @throws Problem 422 when the purpose rests on another ground
     */
    public void mustRestOnConsent() {
        if (!consentRequired) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "sham-consent");
        }
    }

    /** Whether the purpose names this recipient. */
    public boolean hands(String recipient) {
        return recipients.contains(recipient);
    }

    /** Whether the purpose covers all of these. */
    public boolean covers(Collection<Compartment> wanted) {
        return compartments.containsAll(wanted);
    }

    /** Whether the purpose hands data to this recipient; none is named when the data stays in the agency. */
    public boolean permits(@Nullable String recipient) {
        return recipient == null || recipients.contains(recipient);
    }
}
