package eu.lethe.cases.contact;

import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.platform.sealing.Clear;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a contact. In order of life. */
public sealed interface ContactCommand {

    /**
     * A worker writes down what was said.
     *
     * @param unit the file's
     * @param codes other than health, if any
     * @param healthCodes those of the health compartment, if any
     * @param mentioned other persons the contact is about
     */
    record RecordContact(
            UUID fileId,
            UUID personId,
            UUID contactId,
            String unit,
            LocalDate date,
            Clear<String> text,
            @Nullable Clear<Codes> codes,
            @Nullable Clear<Codes> healthCodes,
            List<UUID> mentioned,
            UUID author)
            implements ContactCommand {

        /** Copies the list. */
        public RecordContact {
            mentioned = List.copyOf(mentioned);
        }
    }
}
