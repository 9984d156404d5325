package eu.lethe.consents.purpose;

import eu.lethe.contracts.sealing.Compartment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what data is used for, and on which legal ground: anybody who works with it may know. */
@RestController
class PurposeResource {

    /** The register. */
    record PurposesResponse(List<PurposeItem> items) {}

    /** One purpose. */
    record PurposeItem(
            String code,
            String label,
            String legalBasis,
            @Nullable String healthBasis,
            List<Compartment> compartments,
            List<String> recipients,
            boolean consentRequired,
            String retentionRule) {

        static PurposeItem of(Purpose purpose, Locale reader) {
            return new PurposeItem(
                    purpose.code(),
                    purpose.label().in(reader),
                    purpose.legalBasis(),
                    purpose.healthBasis(),
                    purpose.compartments(),
                    purpose.recipients(),
                    purpose.consentRequired(),
                    purpose.retentionRule());
        }
    }

    private final Purposes purposes;

    PurposeResource(Purposes purposes) {
        this.purposes = purposes;
    }

    @GetMapping("/api/consents/purposes")
    PurposesResponse purposes(Locale reader) {
        return new PurposesResponse(purposes.all().stream()
                .map(purpose -> PurposeItem.of(purpose, reader))
                .toList());
    }
}
