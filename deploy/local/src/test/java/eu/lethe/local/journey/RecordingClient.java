package eu.lethe.local.journey;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Understands somebody who writes down one thing after the other whatever happens, and keeps account: what was acknowledged,
 * what was refused, and what they cannot know.
 */
final class RecordingClient {

    private static final int WRITTEN_IN_ONE_FILE = 12;

    /**
     * What one client knows of one file.
     *
     * @param contacts acknowledged contacts, by their text
     * @param information acknowledged information of third parties
     * @param unknown texts of what may be there or not: nobody answered, or a fault
     * @param refused texts of what must not be there
     */
    record Account(
            String fileId,
            Map<String, String> contacts,
            Set<String> information,
            Set<String> unknown,
            Set<String> refused) {

        Account(String fileId) {
            this(fileId, new HashMap<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        }
    }

    private final Caller worker;
    private final String name;
    private final String today;
    private int written;

    RecordingClient(Caller worker, String name, String today) {
        this.worker = worker;
        this.name = name;
        this.today = today;
    }

    /** Writes until then; keeps the accounts in the list, which others read afterwards. */
    void writeUntil(Instant end, List<Account> accounts) {
        while (Instant.now().isBefore(end)) {
            openFile().ifPresent(fileId -> {
                var account = new Account(fileId);
                accounts.add(account);
                for (var i = 0; i < WRITTEN_IN_ONE_FILE && Instant.now().isBefore(end); i++) {
                    writeOne(account);
                }
            });
        }
    }

    private void writeOne(Account account) {
        if ((written + 1) % 4 == 0) {
            noteInformation(account);
        } else {
            recordContact(account);
        }
    }

    /** Records a contact, and keeps account of it. */
    void recordContact(Account account) {
        var text = nextText();
        keep(
                account,
                text,
                tried(
                        "/api/cases/files/" + account.fileId() + "/contacts",
                        Map.of("date", today, "text", text, "codes", List.of("P03.4"))),
                answer -> account.contacts().put(text, answer.text("contactId")));
    }

    private void noteInformation(Account account) {
        var text = nextText();
        keep(
                account,
                text,
                tried(
                        "/api/cases/files/" + account.fileId() + "/third-party",
                        Map.of(
                                "receivedOn",
                                today,
                                "text",
                                text,
                                "reliability",
                                "hearsay",
                                "source",
                                Map.of("kind", "neighbour"))),
                answer -> account.information().add(answer.text("informationId")));
    }

    private String nextText() {
        return "Passage " + name + "-" + ++written + ".";
    }

    private static void keep(
            Account account, String text, Optional<Caller.Answer> answer, Consumer<Caller.Answer> acknowledged) {
        if (answer.isEmpty() || answer.get().status() >= 500) {
            account.unknown().add(text);
            pause();
        } else if (answer.get().status() != 201) {
            account.refused().add(text);
            pause();
        } else {
            acknowledged.accept(answer.get());
        }
    }

    private Optional<String> openFile() {
        var person =
                tried("/api/cases/persons", Map.of("familyName", "Endurance")).filter(answer -> answer.status() == 201);
        var file = person.flatMap(answer ->
                        tried("/api/cases/files", Map.of("personId", answer.text("personId"), "unit", "centre")))
                .filter(answer -> answer.status() == 201);
        if (file.isEmpty()) {
            pause();
        }
        return file.map(answer -> answer.text("fileId"));
    }

    private Optional<Caller.Answer> tried(String path, Map<String, ?> body) {
        try {
            return Optional.of(worker.post(path, body));
        } catch (UncheckedIOException noAnswer) {
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
