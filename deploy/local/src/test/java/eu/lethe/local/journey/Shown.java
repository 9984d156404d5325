package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.local.journey.RecordingClient.Account;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Understands what a file shows, after whatever was killed while somebody wrote into it.
 *
 * @param contacts ids of contacts
 * @param information ids of information of third parties
 */
record Shown(String fileId, Set<String> contacts, Set<String> information) {

    private static final Duration IN_A_WHILE = Duration.ofMinutes(2);

    /** What the file shows is what was acknowledged, and of what nobody could know perhaps some, once. */
    static Shown of(Account account, RunningStack stack) {
        var worker = stack.as("worker");
        var path = "/api/cases/files/" + account.fileId();
        await().atMost(IN_A_WHILE).ignoreExceptions().untilAsserted(() -> {
            var contacts = worker.get(path + "?limit=500").json().path("contacts");
            var ids = contacts.valueStream()
                    .map(contact -> contact.path("contactId").asString())
                    .toList();
            assertThat(ids).containsAll(account.contacts().values());
        });
        var contacts = worker.get(path + "?limit=500")
                .json()
                .path("contacts")
                .valueStream()
                .toList();
        var texts = contacts.stream()
                .map(contact -> contact.path("text").asString())
                .toList();
        assertThat(texts).doesNotHaveDuplicates().noneMatch(account.refused()::contains);
        assertThat(new HashSet<>(texts)
                        .stream().filter(text -> !account.contacts().containsKey(text)))
                .as("shown and not acknowledged")
                .allMatch(account.unknown()::contains);
        var information = worker.get(path + "/third-party")
                .json()
                .path("items")
                .valueStream()
                .toList();
        var reported = information.stream()
                .map(one -> one.path("informationId").asString())
                .toList();
        assertThat(reported).doesNotHaveDuplicates().containsAll(account.information());
        assertThat(information.stream().map(one -> one.path("text").asString()))
                .doesNotHaveDuplicates()
                .noneMatch(account.refused()::contains);
        return new Shown(
                account.fileId(),
                Set.copyOf(contacts.stream()
                        .map(contact -> contact.path("contactId").asString())
                        .toList()),
                Set.copyOf(reported));
    }
}
