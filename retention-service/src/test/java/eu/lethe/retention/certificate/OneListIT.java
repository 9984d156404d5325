package eu.lethe.retention.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.certificate.CertificateVerifier;
import eu.lethe.contracts.certificate.KeptHead;
import eu.lethe.contracts.certificate.Refusal;
import eu.lethe.contracts.certificate.Verdict;
import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.epoch.TreeRecord;
import eu.lethe.retention.keys.Removals;
import eu.lethe.retention.running.RestorableRetention;
import eu.lethe.retention.running.RestorableRetention.Part;
import eu.lethe.retention.running.Someone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** There is one list of certificates, and it only grows, whatever an operator puts back. */
class OneListIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TREE = "/api/retention/certificate-tree/";

    private RestorableRetention retention;
    private List<UUID> erasures;

    @BeforeEach
    void three_erasures_whose_keys_are_destroyed_and_a_backup_before_any_certificate(@TempDir Path directory) {
        retention = RestorableRetention.in(directory);
        erasures = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (var erasure : erasures) {
            Removals.remove(retention, erasure, retention.born());
        }
        assertThat(retention.post(Someone.ADMIN, "/api/retention/epochs", null).status())
                .isEqualTo(201);
        retention.backUp("before");
    }

    @AfterEach
    void ends() {
        retention.close();
    }

    @Test
    void each_certificate_is_joined_with_each_head_that_anybody_kept_and_impossible_questions_are_told_so() {
        assertThat(retention.get(Someone.AUDITOR, TREE + "head").status())
                .as("of an empty list there is no head")
                .isEqualTo(404);
        var first = issued(erasures.get(0));
        var kept = retention.get(Someone.AUDITOR, TREE + "head").text();
        issued(erasures.get(1));
        var last = issued(erasures.get(2));
        var latest = retention.get(Someone.AUDITOR, TREE + "head").text();
        var growth = retention.get(Someone.AUDITOR, TREE + "growth?from=1&to=3").text();

        assertThat(checked(last, kept, growth).why()).isEmpty();
        assertThat(checked(last, kept, growth).findings())
                .contains(
                        "Between the head that you kept (1 certificates) and the certificate's own (3) nothing was taken from the list or changed.");
        assertThat(checked(first, latest, growth).valid()).as("a later head").isTrue();
        assertThat(checked(last, kept, null).why()).contains(Refusal.GROWTH_MISSING);

        var page = retention.get(Someone.AUDITOR, TREE + "heads?limit=2");
        assertThat(page.at("/items").size()).isEqualTo(2);
        assertThat(page.textAt("/items/0")).isEqualTo(kept);
        var rest = retention.get(Someone.AUDITOR, TREE + "heads?after=" + page.at("/next"));
        assertThat(rest.textAt("/items/0")).isEqualTo(latest);
        assertThat(rest.at("/next").isMissingNode()).isTrue();

        for (var impossible : List.of("from=0&to=1", "from=2&to=1", "from=1&to=4", "from=-1&to=2")) {
            var refused = retention.get(Someone.AUDITOR, TREE + "growth?" + impossible);
            assertThat(refused.status()).as(impossible).isEqualTo(400);
            assertThat(refused.textAt("/type")).endsWith("certificate-list-sizes");
            assertThat(refused.at("/size").asInt()).isEqualTo(3);
        }
        for (var impossible : List.of("after=-1", "limit=0", "limit=101")) {
            assertThat(retention
                            .get(Someone.AUDITOR, TREE + "heads?" + impossible)
                            .textAt("/type"))
                    .endsWith("certificate-list-page");
        }
        assertThat(retention.get(Someone.AUDITOR, TREE + "growth?from=one&to=3").status())
                .isEqualTo(400);
    }

    @Test
    void a_database_that_was_put_back_goes_on_with_the_list_and_says_so_in_the_certificate() {
        var lost = issued(erasures.get(0));
        var kept = retention.get(Someone.AUDITOR, TREE + "head").text();

        retention.stop();
        retention.restore("before", Part.POSTGRESQL);
        retention.start();
        var again = issued(erasures.get(0));

        assertThat(again).isNotEqualTo(lost);
        var growth = retention.get(Someone.AUDITOR, TREE + "growth?from=1&to=2").text();
        assertThat(checked(again, kept, growth).valid()).isTrue();
        assertThat(checked(again, kept, growth).findings())
                .anyMatch(finding -> finding.contains("it knows 1 certificate(s) of the list by their hashes alone"));
        assertThat(checked(lost, kept, null).valid())
                .as("whoever has the first still proves it")
                .isTrue();
    }

    @Test
    void what_kafka_alone_remembers_of_the_list_is_taken_up() {
        issued(erasures.get(0));
        var kept = retention.get(Someone.AUDITOR, TREE + "head").text();
        await().atMost(SOON).until(() -> retention.bean(TreeTopic.class).read().size() == 1);

        retention.stop();
        retention.restore("before", Part.POSTGRESQL, Part.KEYS);
        retention.start();

        assertThat(retention.bean(TreeRecord.class).entries().orElseThrow()).hasSize(1);
        assertThat(retention.get(Someone.AUDITOR, TREE + "head").text()).isEqualTo(kept);
    }

    @Test
    void a_list_that_is_no_continuation_of_the_signed_one_is_not_gone_on_with() throws IOException {
        issued(erasures.get(0));
        var record = retention.live(Part.KEYS).resolve("certificate-tree.jsonl");
        var signed = Files.readAllBytes(record);
        retention.stop();
        retention.restore("before", Part.POSTGRESQL, Part.KAFKA, Part.KEYS);
        retention.start();
        var other = issued(erasures.get(1));
        var fork = Files.readAllBytes(record);

        Files.write(record, signed);
        assertRefused("certificate-list-forked", erasures.get(2));
        assertThat(retention.get(Someone.AUDITOR, TREE + "head").textAt("/type"))
                .endsWith("certificate-list-forked");

        retention.stopService();
        retention.startService();
        assertThat(retention.get(Someone.AUDITOR, TREE + "heads").textAt("/type"))
                .as("nor after the next start")
                .endsWith("certificate-list-forked");
        assertRefused("certificate-list-forked", erasures.get(2));

        Files.delete(record);
        await().atMost(SOON)
                .until(() -> retention
                        .get(Someone.AUDITOR, TREE + "head")
                        .textAt("/type")
                        .endsWith("certificate-list-missing"));
        assertRefused("certificate-list-missing", erasures.get(2));

        Files.write(record, fork);
        await().atMost(SOON)
                .until(() -> retention.get(Someone.AUDITOR, TREE + "head").status() == 200);
        assertThat(checked(other, retention.get(Someone.AUDITOR, TREE + "head").text(), null)
                        .valid())
                .isTrue();
    }

    private void assertRefused(String code, UUID erasure) {
        assertThatThrownBy(() -> issue(erasure))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.code()).isEqualTo(code));
    }

    private Verdict checked(byte[] certificate, String head, @Nullable String growth) {
        return CertificateVerifier.verify(
                certificate,
                retention.get(Someone.AUDITOR, "/api/retention/anchor").text(),
                new KeptHead(head, growth, null));
    }

    private byte[] issued(UUID erasure) {
        var id = issue(erasure);
        var file = retention.get(Someone.AUDITOR, "/api/retention/certificates/" + id);
        assertThat(file.status()).isEqualTo(200);
        return file.bytes();
    }

    private UUID issue(UUID erasure) {
        var id = retention
                .bean(TransactionTemplate.class)
                .execute(_ -> retention
                        .bean(CertificateIssuer.class)
                        .issue(new Erased(
                                erasure,
                                erasure,
                                "right-exercised",
                                null,
                                null,
                                List.of(new Erased.Person("right-exercised", "centre")),
                                List.of(),
                                List.of())));
        assertThat(id).isNotNull();
        return id;
    }
}
