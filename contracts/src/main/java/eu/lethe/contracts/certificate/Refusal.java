package eu.lethe.contracts.certificate;

/** Understands why a certificate, or the list it stands in, does not hold; alike for everything that checks them. */
public enum Refusal {
    /** What was given as the agency's key is none. */
    NOT_AN_ANCHOR(
            "not-an-anchor",
            "L’ancre n’est pas la clé publique d’une agence (JWK Ed25519).",
            "The anchor is not a public key of an agency (an Ed25519 JWK)."),
    /** Larger than any certificate. */
    TOO_LARGE(
            "too-large",
            "Le fichier est plus grand que ne l’est aucun certificat : il n’a pas été lu.",
            "The file is larger than any certificate: it was not read."),
    /** Not the one spelling that a certificate has. */
    NOT_A_CERTIFICATE(
            "not-a-certificate",
            "Le fichier n’est pas un certificat tel que Lethe les établit : il a été modifié, coupé ou remis en forme.",
            "The file is not a certificate as Lethe issues it: it was altered, cut short or reformatted."),
    /** Another key, another algorithm, another header, or other words than were signed. */
    NOT_SIGNED(
            "not-signed",
            "Le certificat n’est pas signé par la clé de cette agence, ou il a été modifié.",
            "The certificate is not signed by this agency's key, or was altered."),
    /** The same of the list's head. */
    HEAD_NOT_SIGNED(
            "head-not-signed",
            "La tête de la liste n’est pas signée par la clé de cette agence, ou elle a été modifiée.",
            "The head of the list is not signed by this agency's key, or was altered."),
    /** The certificate has no place under the head. */
    NOT_IN_THE_LIST(
            "not-in-the-list",
            "La preuve ne mène pas de ce certificat à la tête signée de la liste.",
            "The proof does not lead from this certificate to the signed head of the list."),
    /** The key of a witness is none. */
    NOT_A_WITNESS(
            "not-a-witness",
            "La clé du témoin n’est pas une clé publique (JWK Ed25519).",
            "The witness's key is not a public key (an Ed25519 JWK)."),
    /** The head that was kept does not say what it should. */
    KEPT_HEAD_NOT_SIGNED(
            "kept-head-not-signed",
            "La tête de liste que vous aviez gardée n’est pas signée par la clé de cette agence, ou elle a été modifiée.",
            "The head of the list that you kept is not signed by this agency's key, or was altered."),
    /** A witness did not sign it. */
    NOT_WITNESSED(
            "not-witnessed",
            "La tête de liste gardée n’est pas contresignée par la clé de ce témoin, ou elle a été modifiée.",
            "The head of the list that was kept is not countersigned by this witness's key, or was altered."),
    /** Two heads of different sizes, and nothing that joins them. */
    GROWTH_MISSING(
            "growth-missing",
            "La tête gardée et celle du certificat n’ont pas la même taille : il faut la preuve qui mène de l’une à l’autre.",
            "The head that was kept and the certificate's own differ in size: the proof that leads from one to the other is needed."),
    /** No such proof, or one between other sizes. */
    NOT_A_GROWTH(
            "not-a-growth",
            "La preuve de croissance n’en est pas une, ou elle joint des têtes d’autres tailles que celles-ci.",
            "The proof of growth is none, or joins heads of other sizes than these."),
    /** The list was cut or rewritten between the two. */
    NOT_GROWN(
            "not-grown",
            "La preuve ne mène pas d’une tête à l’autre : la liste a été coupée ou réécrite, ou la preuve est fausse. Gardez les deux fichiers.",
            "The proof does not lead from one head to the other: the list was cut or rewritten, or the proof is false. Keep both files."),
    /** Two heads of one size that differ. */
    REWRITTEN(
            "rewritten",
            "L’agence a signé deux têtes différentes de même taille : la liste a été réécrite. Gardez les deux fichiers, ils en sont la preuve.",
            "The agency signed two different heads of one size: the list was rewritten. Keep both files, they prove it.");

    private final String code;
    private final String french;
    private final String english;

    Refusal(String code, String french, String english) {
        this.code = code;
        this.french = french;
        this.english = english;
    }

    /** Names it in vectors and for programs. */
    public String code() {
        return code;
    }

    /** The sentence. */
    public Finding finding() {
        return new Finding(french, english);
    }
}
