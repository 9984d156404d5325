package eu.lethe.contracts.certificate;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Understands the files that every implementation of the check must answer alike: what holds, and what must not. */
final class CertificateVectors {

    /**
     * One file to check.
     *
     * @param refusal the code of {@link Refusal}; absent when it holds
     */
    record Vector(
            String name,
            String document,
            String anchor,
            @Nullable String kept,
            @Nullable String growth,
            @Nullable String witness,
            @Nullable String refusal) {}

    private static final int INDEX = 2;
    private static final int SIZE = 5;

    private final TestAgency agency = TestAgency.first();
    private final TestAgency other = TestAgency.second();
    private final TestAgency witness = TestAgency.witness();
    private final byte[] salt = salt();
    private final String payload = TestAgency.JSON.writeValueAsString(TestAgency.content());
    private final String certificate = agency.sign(SignedStatement.CERTIFICATE, TestAgency.content());
    private final List<byte[]> leaves = leavesWith(certificate, 9);
    private final String good = document(certificate);
    private final List<Vector> vectors = new ArrayList<>();

    private CertificateVectors() {}

    static List<Vector> all() {
        var all = new CertificateVectors();
        all.whatHolds();
        all.signatures();
        all.spellings();
        all.places();
        all.anchors();
        all.keptHeads();
        all.witnesses();
        return all.vectors;
    }

    private void whatHolds() {
        holds("a certificate as the agency hands it out", good);
        holds("with a line end that a tool added", good + "\n");
        var older = agency.signWithHeader(
                header(agency.keyId()),
                payload.replaceFirst("\"decided\":\\{[^}]*},", "").replaceFirst(",\"limitsInFrench\":\\[[^]]*]", ""));
        holds("from before roles and French limits were written down", document(older));
    }

    private void signatures() {
        refused("checked against another agency's key", good, other.anchor(), Refusal.NOT_SIGNED);
        signed("signed by another key that names this one", other.signWithHeader(header(agency.keyId()), payload));
        var unsigned = Base64URL.encode("{\"alg\":\"none\"}") + "." + Base64URL.encode(payload) + ".";
        signed("alg none, without a signature", unsigned);
        signed(
                "alg none, with type and key",
                agency.signWithHeader(header(agency.keyId()).replace("EdDSA", "none"), payload));
        signed("alg HS256 with the public key as the secret", hmac());
        signed(
                "alg Ed25519, the name that RFC 9864 gives it, which Lethe does not write",
                agency.signWithHeader(header(agency.keyId()).replace("EdDSA", "Ed25519"), payload));
        signed(
                "a critical header of its own",
                agency.signWithHeader(header(agency.keyId()).replace("}", ",\"crit\":[\"exp\"],\"exp\":1}"), payload));
        signed(
                "a key in its header",
                agency.signWithHeader(
                        header(agency.keyId()).replace("}", ",\"jwk\":" + agency.anchor() + "}"), payload));
        signed("the id of another key", agency.signWithHeader(header(other.keyId()), payload));
        signed(
                "header members in another order",
                agency.signWithHeader(
                        "{\"typ\":\"lethe-certificate+jws\",\"alg\":\"EdDSA\",\"kid\":\"" + agency.keyId() + "\"}",
                        payload));
        signed(
                "a header member twice",
                agency.signWithHeader(header(agency.keyId()).replace("{", "{\"alg\":\"none\","), payload));
        signed("the head of a list in its place", agency.signedHead(leaves.subList(0, SIZE)));
        signed(
                "a name twice in what was signed",
                agency.signWithHeader(
                        header(agency.keyId()), payload.replaceFirst("\"persons\":2", "\"persons\":1,\"persons\":2")));
        signed("what was signed is no certificate", agency.signWithHeader(header(agency.keyId()), "[]"));
        signed(
                "another word than was signed",
                certificate.replace(
                        Base64URL.encode(payload).toString(),
                        Base64URL.encode(payload.replace("\"persons\":2", "\"persons\":9"))
                                .toString()));
        signed(
                "a signature with idle bits set",
                certificate.substring(0, certificate.length() - 1) + idle(certificate));
        signed("a signature with padding", certificate + "==");
        signed("four parts", certificate + "." + certificate);
        signed("a signature cut short", certificate.substring(0, certificate.length() - 4));
        refused(
                "the head is signed by another key",
                good.replace(agency.signedHead(leaves.subList(0, SIZE)), other.signedHead(leaves.subList(0, SIZE))),
                agency.anchor(),
                Refusal.HEAD_NOT_SIGNED);
        refused(
                "the head has a name twice",
                good.replace(
                        agency.signedHead(leaves.subList(0, SIZE)),
                        agency.signWithHeader(
                                header(agency.keyId()).replace("lethe-certificate", "lethe-tree-head"),
                                TestAgency.JSON
                                        .writeValueAsString(agency.headOf(leaves.subList(0, SIZE)))
                                        .replace("{\"size\"", "{\"size\":4,\"size\""))),
                agency.anchor(),
                Refusal.HEAD_NOT_SIGNED);
    }

    private void spellings() {
        spelt("empty", "");
        spelt("nothing but a line end", "\n");
        spelt("null", "null");
        spelt("a list", "[]");
        spelt("an object of nothing", "{}");
        spelt("words", "Ceci n’est pas un certificat.");
        spelt("cut short", good.substring(0, good.length() / 2));
        spelt("put into lines", good.replace(",\"salt\"", ",\n\"salt\""));
        spelt("with a mark of its encoding", "\uFEFF" + good);
        spelt("a name twice", good.replace("{\"certificate\"", "{\"index\":1,\"certificate\""));
        spelt("a name more", good.replaceFirst("}$", ",\"more\":1}"));
        spelt("a name less", good.replaceFirst("\"index\":2,", ""));
        spelt(
                "members in another order",
                good.replaceFirst("\\{(\"certificate\":\"[^\"]*\"),(\"salt\":\"[^\"]*\")", "{$2,$1"));
        spelt("a letter written as its number", good.replaceFirst("\"salt\":\"B", "\"salt\":\"\\\\u0042"));
        spelt("a place with a fraction", good.replace("\"index\":2,", "\"index\":2.0,"));
        spelt("a place as text", good.replace("\"index\":2,", "\"index\":\"2\","));
        spelt(
                "a place beyond what every reader can count",
                good.replace("\"index\":2,", "\"index\":9007199254740993,"));
        spelt("a proof that is none", good.replaceFirst("\"proof\":\\[[^]]*]", "\"proof\":null"));
        spelt("two documents", good + good);
    }

    private void places() {
        placed("another place", good.replace("\"index\":2,", "\"index\":1,"));
        placed("a place before the first", good.replace("\"index\":2,", "\"index\":-1,"));
        placed("a place behind the last", good.replace("\"index\":2,", "\"index\":5,"));
        placed("another salt", good.replaceFirst("\"salt\":\"B", "\"salt\":\"C"));
        placed("a salt with idle bits set", good.replaceFirst("A\",\"index\"", "B\",\"index\""));
        placed("a proof cut short", good.replaceFirst("\"proof\":\\[\"[^\"]*\",", "\"proof\":["));
        placed("a proof too long", good.replaceFirst("\"proof\":\\[(\"[^\"]*\")", "\"proof\":[$1,$1"));
        placed("siblings swapped", good.replaceFirst("\"proof\":\\[(\"[^\"]*\"),(\"[^\"]*\")", "\"proof\":[$2,$1"));
        var swapped = new ArrayList<>(leaves.subList(0, SIZE));
        swapped.set(INDEX, leaves.get(1));
        swapped.set(1, leaves.get(INDEX));
        placed(
                "a list in which two certificates were swapped",
                good.replace(agency.signedHead(leaves.subList(0, SIZE)), agency.signedHead(swapped)));
        placed(
                "a certificate that was never in the list",
                document(
                        agency.signWithHeader(
                                header(agency.keyId()), payload.replace("\"persons\":2", "\"persons\":3")),
                        leaves));
    }

    private void anchors() {
        var anchor = agency.anchor();
        anchored("empty", "");
        anchored("a key of another kind", "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}");
        anchored("a key of another curve", anchor.replace("Ed25519", "X25519"));
        anchored("a name twice", anchor.replace("{\"kty\"", "{\"x\":\"AAAA\",\"kty\""));
        anchored(
                "a private key",
                anchor.replace("\"use\"", "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"use\""));
        anchored("a point with idle bits set", anchor.replaceFirst("(\"x\":\"[^\"]*)o\"", "$1p\""));
        anchored("a point cut short", anchor.replaceFirst("\"x\":\"....", "\"x\":\""));
        anchored("a point with padding", anchor.replaceFirst("(\"x\":\"[^\"]*)\"", "$1=\""));
        anchored("a list", "[" + anchor + "]");
        vectors.add(new Vector(
                "anchor: put into lines, with members that nobody asked for",
                good,
                anchor.replace("{", "{\n  ")
                        .replace(",", ",\n  ")
                        .replace("}", ", \"more\": {\"x\": 1, \"kty\": 2}}\n"),
                null,
                null,
                null,
                null));
    }

    private void keptHeads() {
        kept("of an earlier day", 3, leaves, growth(leaves, 3, SIZE), null);
        kept("of the first day, a size that is a power of two", 1, leaves, growth(leaves, 1, SIZE), null);
        kept("of four certificates, a whole subtree", 4, leaves, growth(leaves, 4, SIZE), null);
        kept("of a later day", 9, leaves, growth(leaves, SIZE, 9), null);
        kept("of the same moment", SIZE, leaves, null, null);
        kept("and no proof", 3, leaves, null, Refusal.GROWTH_MISSING);
        kept("and a proof of other sizes", 3, leaves, growth(leaves, 2, SIZE), Refusal.NOT_A_GROWTH);
        kept("and words for a proof", 3, leaves, "oui", Refusal.NOT_A_GROWTH);
        kept(
                "and a proof with a name twice",
                3,
                leaves,
                growth(leaves, 3, SIZE).replace("{", "{\"from\":2,"),
                Refusal.NOT_A_GROWTH);
        kept("and a proof without its hashes", 3, leaves, "{\"from\":3,\"to\":5,\"proof\":[]}", Refusal.NOT_GROWN);
        kept(
                "and a proof cut short",
                3,
                leaves,
                growth(leaves, 3, SIZE).replaceFirst("\\[\"[^\"]*\",", "["),
                Refusal.NOT_GROWN);
        var rewritten = new ArrayList<>(leaves);
        rewritten.set(0, MerkleTree.leafHash("another".getBytes(StandardCharsets.UTF_8)));
        kept("of a list that was no beginning of this one", 3, rewritten, growth(leaves, 3, SIZE), Refusal.NOT_GROWN);
        kept(
                "of a list that was no beginning of this one, with its own proof",
                3,
                rewritten,
                growth(rewritten, 3, SIZE),
                Refusal.NOT_GROWN);
        kept("of the same size, and another list", SIZE, rewritten, null, Refusal.REWRITTEN);
        var cut = new ArrayList<>(leaves.subList(0, SIZE));
        cut.remove(0);
        kept("of a list from which the first certificate was cut", 4, cut, growth(cut, 3, 4), Refusal.NOT_A_GROWTH);
        kept(
                "of a later list that was rewritten below this certificate",
                9,
                rewritten,
                growth(rewritten, SIZE, 9),
                Refusal.NOT_GROWN);
        vectors.add(new Vector(
                "kept head: the last of several lines",
                good,
                agency.anchor(),
                agency.signedHead(leaves.subList(0, 1)) + "\n" + agency.signedHead(leaves.subList(0, 3)) + "\n",
                growth(leaves, 3, SIZE),
                null,
                null));
        notKept("signed by another key", other.signedHead(leaves.subList(0, 3)), Refusal.KEPT_HEAD_NOT_SIGNED);
        notKept("words", "oui", Refusal.KEPT_HEAD_NOT_SIGNED);
        notKept("empty", "", Refusal.KEPT_HEAD_NOT_SIGNED);
        notKept("a certificate in its place", certificate, Refusal.KEPT_HEAD_NOT_SIGNED);
    }

    private void witnesses() {
        var seen = new WitnessedHead(agency.signedHead(leaves.subList(0, 3)), TestAgency.ISSUED);
        var statement = witness.sign(SignedStatement.WITNESSED_HEAD, seen);
        witnessed("countersigned", statement, witness.anchor(), growth(leaves, 3, SIZE), null);
        witnessed("countersigned, and no proof", statement, witness.anchor(), null, Refusal.GROWTH_MISSING);
        witnessed(
                "checked against another witness's key",
                statement,
                other.anchor(),
                growth(leaves, 3, SIZE),
                Refusal.NOT_WITNESSED);
        witnessed("a key that is none", statement, "{}", growth(leaves, 3, SIZE), Refusal.NOT_A_WITNESS);
        witnessed(
                "a head that nobody countersigned",
                seen.treeHead(),
                witness.anchor(),
                growth(leaves, 3, SIZE),
                Refusal.NOT_WITNESSED);
        witnessed(
                "the agency as its own witness",
                agency.sign(SignedStatement.WITNESSED_HEAD, seen),
                witness.anchor(),
                growth(leaves, 3, SIZE),
                Refusal.NOT_WITNESSED);
        witnessed(
                "a head of another agency",
                witness.sign(
                        SignedStatement.WITNESSED_HEAD,
                        new WitnessedHead(other.signedHead(leaves.subList(0, 3)), TestAgency.ISSUED)),
                witness.anchor(),
                growth(leaves, 3, SIZE),
                Refusal.KEPT_HEAD_NOT_SIGNED);
    }

    private void holds(String name, String document) {
        vectors.add(new Vector(name, document, agency.anchor(), null, null, null, null));
    }

    private void refused(String name, String document, String anchor, Refusal why) {
        vectors.add(new Vector(name, document, anchor, null, null, null, why.code()));
    }

    private void signed(String name, String jws) {
        refused("signature: " + name, document(jws), agency.anchor(), Refusal.NOT_SIGNED);
    }

    private void spelt(String name, String document) {
        refused("spelling: " + name, document, agency.anchor(), Refusal.NOT_A_CERTIFICATE);
    }

    private void placed(String name, String document) {
        refused("place: " + name, document, agency.anchor(), Refusal.NOT_IN_THE_LIST);
    }

    private void anchored(String name, String anchor) {
        refused("anchor: " + name, good, anchor, Refusal.NOT_AN_ANCHOR);
    }

    private void kept(String name, int size, List<byte[]> of, @Nullable String growth, @Nullable Refusal why) {
        vectors.add(new Vector(
                "kept head: " + name,
                good,
                agency.anchor(),
                agency.signedHead(of.subList(0, size)),
                growth,
                null,
                why == null ? null : why.code()));
    }

    private void notKept(String name, String head, Refusal why) {
        vectors.add(new Vector(
                "kept head: " + name, good, agency.anchor(), head, growth(leaves, 3, SIZE), null, why.code()));
    }

    private void witnessed(String name, String statement, String key, @Nullable String growth, @Nullable Refusal why) {
        vectors.add(new Vector(
                "witness: " + name, good, agency.anchor(), statement, growth, key, why == null ? null : why.code()));
    }

    private String document(String jws) {
        return document(jws, leavesWith(jws, 9));
    }

    private String document(String jws, List<byte[]> list) {
        var tree = new MerkleTree(list.subList(0, SIZE));
        return new String(
                CertificateDocument.of(
                                jws, salt, INDEX, tree.inclusionProof(INDEX), agency.signedHead(list.subList(0, SIZE)))
                        .toJson(),
                StandardCharsets.UTF_8);
    }

    private List<byte[]> leavesWith(String jws, int count) {
        var list = TestAgency.leaves(count);
        list.set(INDEX, CertificateDocument.leafHash(salt, jws));
        return list;
    }

    private static String growth(List<byte[]> of, int from, int to) {
        return TestAgency.JSON.writeValueAsString(
                TreeGrowth.of(from, to, new MerkleTree(of.subList(0, to)).consistencyProof(from)));
    }

    private static String header(String keyId) {
        return "{\"alg\":\"EdDSA\",\"typ\":\"lethe-certificate+jws\",\"kid\":\"%s\"}".formatted(keyId);
    }

    /** The last character of 64 bytes in base64url has four idle bits. */
    private static char idle(String jws) {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(jws.charAt(jws.length() - 1)) + 1);
    }

    private String hmac() {
        var input =
                Base64URL.encode(header(agency.keyId()).replace("EdDSA", "HS256")) + "." + Base64URL.encode(payload);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(agency.anchor().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return input + "." + Base64URL.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] salt() {
        var salt = new byte[32];
        salt[0] = 7;
        return salt;
    }
}
