package eu.lethe.contracts.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The leaves and hashes are the reference vectors of Certificate Transparency (RFC 6962 and RFC 9162 hash alike). */
class MerkleTreeTest {

    private static final List<byte[]> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(MerkleTree::leafHash)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void roots_are_those_of_the_reference(int size, String root) {
        assertThat(hex(new MerkleTree(LEAVES.subList(0, size)).root())).isEqualTo(root);
    }

    @Test
    void an_inclusion_proof_is_that_of_the_reference() {
        assertThat(new MerkleTree(LEAVES).inclusionProof(1))
                .extracting(MerkleTreeTest::hex)
                .containsExactly(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    }

    @Test
    void a_consistency_proof_is_that_of_the_reference() {
        assertThat(new MerkleTree(LEAVES).consistencyProof(6))
                .extracting(MerkleTreeTest::hex)
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void every_leaf_of_every_tree_is_proven_to_be_in_it() {
        for (var size = 1; size <= LEAVES.size(); size++) {
            var tree = new MerkleTree(LEAVES.subList(0, size));
            for (var index = 0; index < size; index++) {
                assertThat(MerkleTree.includes(tree.root(), size, index, LEAVES.get(index), tree.inclusionProof(index)))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void a_proof_holds_for_no_other_leaf_place_or_size() {
        var tree = new MerkleTree(LEAVES.subList(0, 7));
        var proof = tree.inclusionProof(3);

        assertThat(MerkleTree.includes(tree.root(), 7, 3, LEAVES.get(4), proof)).isFalse();
        assertThat(IntStream.range(0, 7)
                        .filter(index -> MerkleTree.includes(tree.root(), 7, index, LEAVES.get(3), proof)))
                .containsExactly(3);
        assertThat(MerkleTree.includes(tree.root(), 3, 3, LEAVES.get(3), proof)).isFalse();
        assertThat(MerkleTree.includes(tree.root(), 7, 3, LEAVES.get(3), proof.subList(1, proof.size())))
                .isFalse();
    }

    @Test
    void every_tree_is_proven_to_have_grown_from_each_smaller_one() {
        for (var size = 1; size <= LEAVES.size(); size++) {
            var tree = new MerkleTree(LEAVES.subList(0, size));
            for (var earlier = 1; earlier <= size; earlier++) {
                var before = new MerkleTree(LEAVES.subList(0, earlier));
                assertThat(MerkleTree.grewFrom(
                                before.root(), earlier, tree.root(), size, tree.consistencyProof(earlier)))
                        .as("from %d to %d", earlier, size)
                        .isTrue();
            }
        }
    }

    @Test
    void a_tree_that_grows_leaf_by_leaf_has_the_root_of_each_size() {
        var growing = new MerkleTree.Growing();
        for (var size = 1; size <= LEAVES.size(); size++) {
            assertThat(growing.add(LEAVES.get(size - 1)))
                    .as("size %d", size)
                    .isEqualTo(new MerkleTree(LEAVES.subList(0, size)).root());
        }
    }

    @Test
    void a_list_that_was_rewritten_did_not_grow_from_the_earlier_one() {
        var before = new MerkleTree(LEAVES.subList(0, 6));
        var rewritten = new MerkleTree(Stream.concat(LEAVES.subList(1, 2).stream(), LEAVES.subList(1, 8).stream())
                .toList());

        assertThat(MerkleTree.grewFrom(before.root(), 6, rewritten.root(), 8, rewritten.consistencyProof(6)))
                .isFalse();
    }

    private static String hex(byte[] hash) {
        assertThat(Arrays.copyOf(hash, 32)).isEqualTo(hash);
        return HexFormat.of().formatHex(hash);
    }
}
