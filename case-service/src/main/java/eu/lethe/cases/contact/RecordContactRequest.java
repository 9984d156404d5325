package eu.lethe.cases.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact as a worker writes it: a day and a text; codes and other persons if any. */
record RecordContactRequest(
        @NotNull LocalDate date,
        @NotBlank @Size(max = LONGEST_TEXT) String text,
        @Size(max = 100) @Nullable List<@NotNull @Size(max = 32) String> codes,
        @Size(max = 50) @Nullable List<@NotNull UUID> persons) {

    private static final int LONGEST_TEXT = 100_000;

    List<String> chosenCodes() {
        return codes == null ? List.of() : codes;
    }

    List<UUID> mentioned() {
        return persons == null ? List.of() : persons.stream().distinct().toList();
    }

    @Override
    public String toString() {
        return "RecordContactRequest[…]";
    }
}
