package eu.lethe.local.journey;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Understands somebody who corrects one contact over and over, and knows which wordings it may have now. */
final class CorrectingClient {

    private final Caller worker;
    private final String file;
    private final String contactId;
    private final String date;
    private final String name;
    private final Set<String> possible = new HashSet<>();
    private int acknowledged;
    private int written;

    /**
     * @param wording what the contact says now
     * @param name what the wordings to come begin with
     */
    CorrectingClient(Caller worker, String fileId, String contactId, String date, String wording, String name) {
        this.worker = worker;
        this.file = "/api/cases/files/" + fileId;
        this.contactId = contactId;
        this.date = date;
        this.name = name;
        possible.add(wording);
    }

    /** Corrects it once, on top of the wording that is in force. */
    void correct() {
        var text = name + "-" + ++written + ".";
        var correction = read().map(read -> Map.of(
                "revisionId", read.path("revisionId").asString(), "date", date, "text", text, "reason", "incomplete"));
        if (correction.isEmpty()) {
            return;
        }
        try {
            var answer = worker.send(
                    "PUT",
                    file + "/contacts/" + contactId,
                    Map.of("Content-Type", "application/json"),
                    JsonMapper.shared().writeValueAsBytes(correction.get()));
            if (answer.status() == 200) {
                // what is not known to have been written could not be written on top of this
                possible.clear();
                possible.add(text);
                acknowledged++;
            } else if (answer.status() >= 500) {
                possible.add(text);
            }
        } catch (UncheckedIOException noAnswer) {
            possible.add(text);
        }
    }

    private Optional<JsonNode> read() {
        try {
            return Optional.of(worker.get(file))
                    .filter(page -> page.status() == 200)
                    .map(page -> contactIn(page.json()));
        } catch (UncheckedIOException noAnswer) {
            return Optional.empty();
        }
    }

    /** How many corrections were acknowledged. */
    int acknowledged() {
        return acknowledged;
    }

    /** The last acknowledged wording, and those after it of which nobody knows whether they were written. */
    Set<String> possible() {
        return possible;
    }

    /** What the file shows. */
    String shown() {
        return contactIn(worker.get(file).json()).path("text").asString();
    }

    private JsonNode contactIn(JsonNode page) {
        return page.path("contacts")
                .valueStream()
                .filter(contact -> contact.path("contactId").asString().equals(contactId))
                .findFirst()
                .orElseThrow();
    }
}
