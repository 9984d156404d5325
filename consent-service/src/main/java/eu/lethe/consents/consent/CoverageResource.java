package eu.lethe.consents.consent;

import eu.lethe.consents.person.Persons;
import eu.lethe.consents.person.RecordsOfPerson;
import eu.lethe.consents.purpose.Purpose;
import eu.lethe.consents.purpose.Purposes;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Recipients;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells another service whether it may hand data of a person to a recipient, and on what ground. */
@RestController
class CoverageResource {

    /**
     * What is to be handed to whom.
     *
     * @param partner by name, where the recipient stands for many
     */
    record CoverageRequest(
            @NotNull UUID personId,
            @NotNull @Size(max = 64) String recipient,
            @Size(max = 200) @Nullable String partner,
            @NotEmpty @Size(max = 16) List<@NotNull Compartment> compartments) {

        @Override
        public String toString() {
            return "CoverageRequest[…]";
        }
    }

    /**
     * Whether, and why.
     *
     * @param basis null when nothing permits it
     * @param purposes for which a consent would permit it
     */
    record CoverageResponse(
            boolean permitted, @Nullable Basis basis, List<Compartment> uncovered, List<PurposeName> purposes) {}

    /**
     * What permits it.
     *
     * @param consentId null when the law permits it
     */
    record Basis(
            String purpose,
            String label,
            String legalBasis,
            @Nullable UUID consentId) {}

    /** A purpose. */
    record PurposeName(String code, String label, boolean consentRequired) {}

    private final Purposes purposes;
    private final Persons persons;
    private final RecordsOfPerson records;
    private final ConsentsInForce inForce;
    private final Recipients recipients;
    private final BusinessClock clock;

    CoverageResource(
            Purposes purposes,
            Persons persons,
            RecordsOfPerson records,
            ConsentsInForce inForce,
            Recipients recipients,
            BusinessClock clock) {
        this.purposes = purposes;
        this.persons = persons;
        this.records = records;
        this.inForce = inForce;
        this.recipients = recipients;
        this.clock = clock;
    }

    @PostMapping("/api/consents/coverage")
    CoverageResponse coverage(@Valid @RequestBody CoverageRequest request, Locale reader) {
        if (recipients.of(request.recipient()).isEmpty()) {
            throw Problem.invalid("/recipient", "unknown");
        }
        var ofPerson = records.with(request.personId());
        persons.of(ofPerson.personId()).mustBeReadable(clock);
        var naming = purposes.all().stream()
                .filter(purpose -> purpose.hands(request.recipient()))
                .toList();
        var coverage = Coverage.of(
                request.compartments(),
                naming,
                inForce.naming(ofPerson.all(), request.recipient(), PartnerName.of(request.partner())));
        var ground = coverage.ground();
        return new CoverageResponse(
                ground != null,
                ground == null ? null : basis(ground, reader),
                coverage.uncovered(),
                coverage.wouldPermit().stream()
                        .map(purpose -> named(purpose, reader))
                        .toList());
    }

    private static Basis basis(Coverage.Ground ground, Locale reader) {
        var purpose = ground.purpose();
        return new Basis(purpose.code(), purpose.label().in(reader), purpose.legalBasis(), ground.consentId());
    }

    private static PurposeName named(Purpose purpose, Locale reader) {
        return new PurposeName(purpose.code(), purpose.label().in(reader), purpose.consentRequired());
    }
}
