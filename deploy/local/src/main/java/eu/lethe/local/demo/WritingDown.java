package eu.lethe.local.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Understands writing one person down through the API, from wherever an earlier attempt stopped. What the journal is not sure
 * of is asked of the service, so that nothing is written twice.
 */
final class WritingDown {

    private static final int ATTEMPTS = 20;
    private static final Map<String, String> WORKER_OF =
            Map.of("centre", "worker", "north", "worker-north", "south", "worker-south");

    private final AgencyApi api;
    private final LoadJournal journal;
    private final PersonSearch search;
    private final WritingEpisodes episodes;
    private final Duration pause;
    private final Runnable contactWritten;

    WritingDown(AgencyApi api, LoadJournal journal, Duration pause, Runnable contactWritten) {
        this.api = api;
        this.journal = journal;
        this.search = new PersonSearch(api);
        this.episodes = new WritingEpisodes(api, journal, search);
        this.pause = pause;
        this.contactWritten = contactWritten;
    }

    void write(DemoPerson person) {
        var unsure = journal.continues();
        for (var attempt = 1; ; attempt++) {
            try {
                writeFrom(person, unsure);
                return;
            } catch (AgencyApi.NoAnswer away) {
                if (attempt == ATTEMPTS) {
                    throw new DemoDataNotLoaded(
                            "The demo data cannot be loaded: the API does not answer (%s). Look at ./lethe status and ./lethe logs; ./lethe up continues where this stopped."
                                    .formatted(away.getMessage()));
                }
                unsure = true;
                pause();
            }
        }
    }

    private void writeFrom(DemoPerson person, boolean unsure) throws AgencyApi.NoAnswer {
        var index = person.index();
        var account = worker(person);
        var personId = journal.id("person", index).orElse(null);
        if (personId == null) {
            personId = unsure
                    ? search.find(account, person.givenName(), person.familyName(), person.born())
                            .orElse(null)
                    : null;
            if (personId == null) {
                personId = api.post(account, "/api/cases/persons", identity(person))
                        .created("a person")
                        .text("personId");
            }
            journal.id("person", index, personId);
        }
        var fileId = journal.id("file", index).orElse(null);
        if (fileId == null) {
            fileId = open(account, personId, person);
            journal.id("file", index, fileId);
        }
        contacts(person, fileId, unsure);
        consents(person, personId);
        episodes.write(person, account, personId, fileId, unsure);
    }

    private String open(String account, String personId, DemoPerson person) throws AgencyApi.NoAnswer {
        var body = new HashMap<String, Object>(Map.of("personId", personId, "unit", person.unit()));
        AgencyApi.putIfKnown(
                body, "openedOn", person.openedOn().map(LocalDate::toString).orElse(null));
        var answer = api.post(account, "/api/cases/files", body);
        // Opened by an attempt that did not live to write it down.
        return answer.status() == 409 && !answer.text("fileId").isEmpty()
                ? answer.text("fileId")
                : answer.created("a file").text("fileId");
    }

    private void contacts(DemoPerson person, String fileId, boolean unsure) throws AgencyApi.NoAnswer {
        var account = worker(person);
        var written = journal.contacts(person.index());
        if (unsure && written < person.contacts().size()) {
            var file = api.get(account, "/api/cases/files/" + fileId);
            written = Math.max(
                    written,
                    file.succeeded() ? file.body().at("/timeline/contacts").asInt() : 0);
        }
        for (var contact : person.contacts().subList(written, person.contacts().size())) {
            var body = new HashMap<String, Object>();
            body.put("date", contact.date().toString());
            body.put("text", contact.text());
            if (!contact.codes().isEmpty()) {
                body.put("codes", contact.codes());
            }
            AgencyApi.putIfKnown(body, "means", contact.means());
            api.post(account, "/api/cases/files/%s/contacts".formatted(fileId), body)
                    .created("a contact");
            written++;
            journal.contacts(person.index(), written);
            contactWritten.run();
        }
    }

    private void consents(DemoPerson person, String personId) throws AgencyApi.NoAnswer {
        for (var consent : person.consents()) {
            var key = "consent-" + consent.purpose();
            var id = journal.id(key, person.index()).orElse(null);
            if (id == null) {
                id = grant(worker(person), personId, consent);
                journal.id(key, person.index(), id);
            }
            if (consent.withdrawn()
                    && journal.id("withdrawn-" + consent.purpose(), person.index())
                            .isEmpty()) {
                var answer = heardOf(api.post(worker(person), "/api/consents/%s/withdrawal".formatted(id), Map.of()));
                if (!answer.succeeded() && answer.status() != 409) {
                    throw answer.refusal("a withdrawal");
                }
                journal.id("withdrawn-" + consent.purpose(), person.index(), id);
            }
        }
    }

    private String grant(String account, String personId, DemoPerson.Consent consent) throws AgencyApi.NoAnswer {
        var body = new HashMap<String, Object>(
                Map.of("personId", personId, "purpose", consent.purpose(), "given", consent.given()));
        AgencyApi.putIfKnown(body, "recipient", consent.recipient());
        var answer = heardOf(api.post(account, "/api/consents", body));
        if (answer.status() != 409) {
            return answer.created("a consent").text("consentId");
        }
        return stream(api.get(account, "/api/consents?personId=" + personId))
                .filter(it -> it.path("purpose").asString().equals(consent.purpose()))
                .map(it -> it.path("consentId").asString())
                .findFirst()
                .orElseThrow(() -> answer.refusal("a consent"));
    }

    /** What was written a moment ago reaches the other service, and its own lists, a moment later: not found is not yet. */
    private static AgencyApi.Answer heardOf(AgencyApi.Answer answer) throws AgencyApi.NoAnswer {
        if (answer.status() == 404) {
            throw new AgencyApi.NoAnswer("not known there yet");
        }
        return answer;
    }

    private static Stream<JsonNode> stream(AgencyApi.Answer answer) {
        return answer.body().path("items").valueStream();
    }

    private static Map<String, Object> identity(DemoPerson person) {
        var body = new HashMap<String, Object>(Map.of(
                "familyName", person.familyName(),
                "givenName", person.givenName(),
                "address", person.address(),
                "householdType", person.householdType()));
        body.putAll(person.born().written());
        AgencyApi.putIfKnown(body, "phone", person.phone());
        AgencyApi.putIfKnown(body, "email", person.email());
        return body;
    }

    private static String worker(DemoPerson person) {
        return WORKER_OF.getOrDefault(person.unit(), "worker");
    }

    private void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoDataNotLoaded("Loading the demo data was interrupted; ./lethe up continues it.");
        }
    }
}
