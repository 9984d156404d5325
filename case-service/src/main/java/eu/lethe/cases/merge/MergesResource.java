package eu.lethe.cases.merge;

import eu.lethe.cases.person.Duplicates;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells another service which records are of one person, for what it does not do on the word of a message. */
@RestController
class MergesResource {

    private static final int BATCH = 40_000;

    /** Records that may be duplicates. */
    record MergesRequest(@NotNull @Size(max = BATCH) List<@NotNull UUID> personIds) {

        @Override
        public String toString() {
            return "MergesRequest[…]";
        }
    }

    /** Those that are, settled or not. */
    record MergesResponse(List<Merge> merges) {}

    /** A duplicate, and the record that is kept. */
    record Merge(UUID duplicateId, UUID personId) {}

    private final Duplicates duplicates;

    MergesResource(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @PostMapping("/api/cases/merges")
    @Operation(summary = "Which of these records are duplicates, and of whom")
    MergesResponse of(@Valid @RequestBody MergesRequest request) {
        return new MergesResponse(duplicates.among(request.personIds()).values().stream()
                .map(merge -> new Merge(merge.duplicateId(), merge.personId()))
                .toList());
    }
}
