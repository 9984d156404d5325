package eu.lethe.consents.consent;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Recipients;
import eu.lethe.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells retention-service whose keys it may lease to somebody outside the agency. */
@RestController
class CoveredPersonsResource {

    private static final int BATCH = 20_000;

    /** Who asks for what of whom. */
    record CoveredPersonsRequest(
            @Size(max = 64) @Nullable String recipient,
            @Size(max = 200) @Nullable String partner,
            @NotEmpty @Size(max = 16) List<@NotNull @Size(max = 64) String> purposes,
            @NotNull @Size(max = BATCH) List<@NotNull @Valid PersonCompartments> persons) {

        @Override
        public String toString() {
            return "CoveredPersonsRequest[…]";
        }
    }

    /** Compartments of a person. */
    record PersonCompartments(
            @NotNull UUID personId, @NotNull @Size(max = 16) List<@NotNull Compartment> compartments) {}

    /** What may be handed over; of a person of whom nothing may, no compartment. */
    record CoveredPersonsResponse(List<PersonCompartments> covered) {}

    private final CoveredPersons persons;
    private final Recipients recipients;

    CoveredPersonsResource(CoveredPersons persons, Recipients recipients) {
        this.persons = persons;
        this.recipients = recipients;
    }

    @PostMapping("/api/consents/coverage/persons")
    @Operation(
            summary =
                    "What of many persons may be handed to a recipient for its purposes, by consents in force or by law")
    CoveredPersonsResponse covered(@Valid @RequestBody CoveredPersonsRequest request) {
        var recipient = request.recipient();
        if (recipient != null && recipients.of(recipient).isEmpty()) {
            throw Problem.invalid("/recipient", "unknown");
        }
        var covered = persons.of(
                request.persons().stream().map(PersonCompartments::personId).collect(Collectors.toSet()),
                request.purposes(),
                recipient,
                PartnerName.of(request.partner()));
        return new CoveredPersonsResponse(request.persons().stream()
                .map(person -> new PersonCompartments(
                        person.personId(),
                        person.compartments().stream()
                                .filter(covered.getOrDefault(person.personId(), Set.of())::contains)
                                .toList()))
                .toList());
    }
}
