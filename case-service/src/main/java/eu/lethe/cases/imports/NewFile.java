package eu.lethe.cases.imports;

import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.events.cases.Demographics;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.platform.sealing.Clear;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Understands a line that can be taken over: a person, their file, and a contact if the line has one.
 *
 * @param reference as a keyed hash
 * @param referenceAsWritten the same before spaces, width and composition were left out, under which earlier imports keep it
 * @param near who of those known may be the same person; looked for when it is asked
 * @param warnings what else to look at before it is taken over; looked for when it is asked
 * @param openedOn today when the line does not say
 * @param referent who answers for the file
 */
record NewFile(
        long line,
        String reference,
        String referenceAsWritten,
        Clear<Identity> identity,
        Supplier<List<UUID>> near,
        Supplier<List<LineWarning>> warnings,
        Clear<Demographics> demographics,
        LocalDate openedOn,
        UUID referent,
        @Nullable NewContact contact) {

    /** The last contact, as it was written down elsewhere. */
    record NewContact(
            LocalDate date,
            Clear<String> text,
            @Nullable Clear<Codes> codes,
            @Nullable Clear<Codes> healthCodes) {}
}
