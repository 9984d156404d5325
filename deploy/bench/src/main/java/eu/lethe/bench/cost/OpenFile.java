package eu.lethe.bench.cost;

import eu.lethe.bench.stack.Caller;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** Somebody's file, and a worker who writes and reads in it. */
final class OpenFile {

    private static final String TEXT =
            "Entretien. Elle vient pour un impayé de loyer ; elle apportera le bail. ".repeat(8);

    private final Caller worker;
    private final String address;

    /** A new one, of somebody new. */
    OpenFile(Caller worker, String unit) {
        this.worker = worker;
        var person = worker.post("/api/cases/persons", Map.of("familyName", "Mesure", "givenName", "Banc"))
                .required("personId")
                .asString();
        address = "/api/cases/files/"
                + worker.post("/api/cases/files", Map.of("personId", person, "unit", unit))
                        .required("fileId")
                        .asString();
    }

    void recordContact() {
        worker.post(
                address + "/contacts",
                Map.of("date", LocalDate.now(ZoneId.of("Europe/Paris")).toString(), "text", TEXT));
    }

    void read() {
        worker.get(address);
    }
}
