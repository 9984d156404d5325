import type fr from "../fr/verify.ts";

export default {
  title: "Verify a certificate of erasure",
  lead: "All of it happens in your browser: neither the certificate nor the key is sent anywhere. Once the page is shown, it works without network, too.",
  certificate: "The certificate",
  certificateHint: "The file lethe-certificate-….json that the agency gave you.",
  anchor: "The agency’s public key",
  anchorHint:
    'A text that begins with {"kty":"OKP". Take it from elsewhere than this site or what the certificate came with: a notice at the front desk, a letter, the authority’s site. A key that travels with the certificate proves nothing.',
  kept: "Check that the list was not rewritten, too",
  keptLead:
    "If you, or a witness, kept a head of the list on another day, the page checks that nothing was taken from it or changed between the two.",
  head: "The head that was kept",
  headHint: "A head signed by the agency, or countersigned by a witness. Of several lines the last counts.",
  growth: "The proof of growth",
  growthHint: 'A text that begins with {"from":. Not needed when both heads are of one size.',
  witness: "The witness’s public key",
  witnessHint: "Only if the head was countersigned.",
  paste: "Paste the text",
  choose: "Choose a file",
  drop: "Drop a file here, choose it, or paste its text.",
  chosen: "{{name}}, {{size}} bytes",
  remove: "Take the file away",
  check: "Verify",
  checking: "Verifying…",
  missing: "The certificate or the agency’s public key is missing.",
  unreadable: "This file cannot be read, or is no text.",
  noCrypto:
    "This browser cannot verify here: open the page at an address that begins with https, in a recent browser.",
  holds: "The certificate is genuine.",
  holdsText: "Each check passed. This is what the agency attests, under its signature.",
  fails: "The certificate does not hold.",
  steps: "Checks",
  step: {
    anchor: "The key is a public key of an agency",
    form: "The file is a certificate, written exactly as the agency writes them",
    signature: "The certificate is signed by this key, and nothing in it was changed",
    head: "The list of certificates is signed by the same key",
    place: "The certificate stands in its place in that list",
    kept: "The list was neither cut nor rewritten since the head that was kept",
  },
  placeFound: "number {{number}} of a list of {{size}}, as of {{when}}",
  keptFound: "the head that was kept had {{size}}, on {{when}}",
  state: { done: "passed", failed: "failed", skipped: "not checked" },
  attests: "What the agency attests",
  inWords_one:
    "The data of {{count}} person was made unreadable: the keys that protected it were destroyed, for the backups as well.",
  inWords_other:
    "The data of {{count}} persons was made unreadable: the keys that protected it were destroyed, for the backups as well.",
  nobodyNamed: "A certificate names nobody: it does not say whom it is about.",
  notProven:
    "The checks prove that the agency signed these words and has not changed them since. By themselves they do not prove that the words are true.",
  elsewhere: "Without this page: the same checks are made with openssl, or with the command ./lethe verify.",
  refusals: {
    "not-an-anchor":
      "This is not the public key of an agency (an Ed25519 JWK). See whether you copied all of it.",
    "too-large": "The file is larger than any certificate: it was not read.",
    "not-a-certificate":
      "The file is not a certificate as Lethe issues it: it was altered, cut short or reformatted. Ask the agency for it again.",
    "not-signed":
      "The certificate is not signed by this key, or was altered. See whether the key is that of the agency that gave it to you.",
    "head-not-signed": "The head of the list is not signed by this key, or was altered.",
    "not-in-the-list": "The proof does not lead from this certificate to the signed head of the list.",
    "not-a-witness": "The witness’s key is not a public key (an Ed25519 JWK).",
    "kept-head-not-signed": "The head that was kept is not signed by this agency’s key, or was altered.",
    "not-witnessed": "The head that was kept is not countersigned by this witness’s key, or was altered.",
    "growth-missing":
      "The head that was kept and the certificate’s own differ in size: the proof that leads from one to the other is needed.",
    "not-a-growth": "The proof of growth is none, or joins heads of other sizes than these.",
    "not-grown":
      "The proof does not lead from one head to the other: the list was cut or rewritten, or the proof is false. Keep both files.",
    rewritten:
      "The agency signed two different heads of one size: the list was rewritten. Keep both files, they prove it.",
  },
} satisfies typeof fr;
