package eu.lethe.retention.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import eu.lethe.contracts.certificate.Anchor;
import eu.lethe.contracts.certificate.MerkleTree;
import eu.lethe.contracts.certificate.SignedStatement;
import eu.lethe.contracts.certificate.TreeHead;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.retention.certificate.TreeComparison.Outcome;
import eu.lethe.retention.epoch.TreeEntry;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeComparisonTest {

    private static final KeyPair AGENCY = keys();
    private static final List<TreeEntry> LIST = list(AGENCY, "a", "b", "c", "d", "e");
    private static final List<TreeEntry> ANOTHER = list(AGENCY, "a", "b", "x", "y");

    private final TreeComparison comparison = new TreeComparison(Anchor.of(AGENCY.getPublic()));

    @Test
    void nothing_anywhere_is_one_list() {
        assertThat(comparison.of(List.of(), List.of(), List.of())).isEqualTo(new Outcome.One(List.of()));
    }

    @Test
    void the_longest_of_the_three_is_the_list() {
        assertThat(comparison.of(first(5), first(3), first(2))).isEqualTo(new Outcome.One(LIST));
        assertThat(comparison.of(first(1), first(5), first(2))).isEqualTo(new Outcome.One(LIST));
        assertThat(comparison.of(first(1), first(2), first(5))).isEqualTo(new Outcome.One(LIST));
    }

    @Test
    void what_kafka_holds_may_be_doubled_and_in_any_order() {
        var told = new ArrayList<>(LIST);
        told.addAll(LIST);
        Collections.reverse(told);

        assertThat(comparison.of(List.of(), List.of(), told)).isEqualTo(new Outcome.One(LIST));
    }

    @Test
    void what_the_agency_did_not_sign_says_nothing_in_kafka_and_is_no_record() {
        var forged = list(keys(), "a", "b", "c", "d", "e", "f");

        assertThat(comparison.of(first(2), first(2), forged)).isEqualTo(new Outcome.One(first(2)));
        assertThat(torn(comparison.of(first(2), forged, List.of()))).startsWith("line 1 of the record");
    }

    @Test
    void a_database_that_gave_a_place_to_another_certificate_is_found() {
        assertThat(torn(comparison.of(ANOTHER, LIST, List.of())))
                .startsWith("the database has another certificate at number 3");
        assertThat(torn(comparison.of(ANOTHER.subList(0, 3), first(2), LIST)))
                .startsWith("the database has another certificate at number 3");
    }

    @Test
    void two_signed_lists_of_one_size_are_found() {
        assertThat(torn(comparison.of(ANOTHER, ANOTHER, LIST))).contains("two different lists of 3 certificates");
    }

    @Test
    void a_head_whose_leaves_are_lost_is_not_forgotten() {
        assertThat(torn(comparison.of(first(2), first(2), LIST.subList(4, 5))))
                .isEqualTo("Kafka holds a head of 5 certificates that does not follow from the 2 that are known");
    }

    @Test
    void a_record_that_was_cut_in_the_middle_swapped_or_given_another_leaf_is_found() {
        var cut = List.of(LIST.get(0), LIST.get(2));
        var swapped = List.of(LIST.get(1), LIST.get(0));
        var altered = List.of(new TreeEntry(LIST.get(1).leaf(), LIST.get(0).treeHead()));

        assertThat(torn(comparison.of(LIST, cut, List.of()))).startsWith("line 2 of the record");
        assertThat(torn(comparison.of(LIST, swapped, List.of()))).startsWith("line 1 of the record");
        assertThat(torn(comparison.of(LIST, altered, List.of()))).startsWith("line 1 of the record");
    }

    private static List<TreeEntry> first(int size) {
        return LIST.subList(0, size);
    }

    private static String torn(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Torn.class);
        return ((Outcome.Torn) outcome).why();
    }

    private static List<TreeEntry> list(KeyPair agency, String... certificates) {
        var tree = new MerkleTree.Growing();
        List<TreeEntry> entries = new ArrayList<>();
        for (var certificate : certificates) {
            var leaf = MerkleTree.leafHash(certificate.getBytes(StandardCharsets.UTF_8));
            var head = new TreeHead(
                    entries.size() + 1L, Base64URL.encode(tree.add(leaf)).toString(), Instant.EPOCH);
            entries.add(TreeEntry.of(
                    leaf,
                    SignedStatement.TREE_HEAD.sign(
                            EventJson.mapper().writeValueAsBytes(head),
                            Anchor.of(agency.getPublic()).keyId(),
                            agency.getPrivate())));
        }
        return entries;
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
