package eu.lethe.platform.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.lethe.contracts.certificate.MerkleTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tree that remembers its complete subtrees only has the roots of one that remembers everything. */
class GrowingTreeTest {

    private final GrowingTree tree = new GrowingTree(0, List.of());
    private final List<byte[]> leaves = new ArrayList<>();

    @Test
    void an_empty_tree_has_the_root_of_the_standard() {
        assertThat(tree.root()).isEqualTo(new MerkleTree(List.of()).root());
    }

    @Test
    void at_every_size_it_has_the_root_of_the_standard() {
        for (var size = 1; size <= 130; size++) {
            grow();

            assertThat(tree.root()).as("size %d", size).isEqualTo(new MerkleTree(leaves).root());
        }
    }

    @Test
    void it_goes_on_from_what_was_remembered() {
        for (var size = 1; size <= 37; size++) {
            grow();
        }
        var remembered = new GrowingTree(tree.size(), tree.peaks());
        grow();

        remembered.append(leaves.getLast());

        assertThat(remembered.root()).isEqualTo(tree.root());
    }

    @Test
    void a_leaf_completes_as_many_subtrees_as_its_number_ends_in_ones() {
        for (var size = 1; size <= 7; size++) {
            grow();
        }

        assertThat(tree.append(leaves.getFirst()))
                .extracting(node -> node.level() + "/" + node.position())
                .containsExactly("0/7", "1/3", "2/1", "3/0");
    }

    @Test
    void what_does_not_fit_together_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GrowingTree(3, List.of()));
    }

    private void grow() {
        leaves.add(MerkleTree.leafHash(String.valueOf(leaves.size()).getBytes(UTF_8)));
        tree.append(leaves.getLast());
    }
}
