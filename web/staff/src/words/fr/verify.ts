export default {
  title: "Vérifier un certificat d’effacement",
  lead: "Tout se passe dans votre navigateur : ni le certificat ni la clé ne sont envoyés. Une fois la page affichée, elle fonctionne aussi sans réseau.",
  certificate: "Le certificat",
  certificateHint: "Le fichier lethe-certificate-….json que l’agence vous a remis.",
  anchor: "La clé publique de l’agence",
  anchorHint:
    'Un texte qui commence par {"kty":"OKP". Prenez-la ailleurs que sur ce site et que dans l’envoi du certificat : affichage à l’accueil, courrier, site de la collectivité. Une clé qui voyage avec le certificat ne prouve rien.',
  kept: "Vérifier aussi que la liste n’a pas été réécrite",
  keptLead:
    "Si vous, ou un témoin, avez gardé une tête de la liste un autre jour, la page vérifie que rien n’en a été retiré ni changé entre les deux.",
  head: "La tête gardée",
  headHint:
    "Une tête signée par l’agence, ou contresignée par un témoin. De plusieurs lignes, la dernière compte.",
  growth: "La preuve de croissance",
  growthHint: 'Un texte qui commence par {"from":. Inutile si les deux têtes ont la même taille.',
  witness: "La clé publique du témoin",
  witnessHint: "Seulement si la tête a été contresignée.",
  paste: "Coller le texte",
  choose: "Choisir un fichier",
  drop: "Déposez un fichier ici, choisissez-le, ou collez son texte.",
  chosen: "{{name}}, {{size}} octets",
  remove: "Retirer le fichier",
  check: "Vérifier",
  checking: "Vérification…",
  missing: "Il manque le certificat ou la clé publique de l’agence.",
  unreadable: "Ce fichier ne peut pas être lu, ou ce n’est pas du texte.",
  noCrypto:
    "Ce navigateur ne sait pas vérifier ici : ouvrez la page à une adresse qui commence par https, dans un navigateur récent.",
  holds: "Le certificat est authentique.",
  holdsText: "Chaque vérification a réussi. Voici ce que l’agence y atteste, sous sa signature.",
  fails: "Le certificat n’est pas valable.",
  steps: "Vérifications",
  step: {
    anchor: "La clé est bien la clé publique d’une agence",
    form: "Le fichier est un certificat, écrit exactement comme l’agence les écrit",
    signature: "Le certificat est signé par cette clé, et rien n’y a été changé",
    head: "La liste des certificats est signée par la même clé",
    place: "Le certificat est à sa place dans cette liste",
    kept: "La liste n’a été ni coupée ni réécrite depuis la tête gardée",
  },
  placeFound: "numéro {{number}} d’une liste de {{size}}, arrêtée le {{when}}",
  keptFound: "la tête gardée en comptait {{size}}, le {{when}}",
  state: { done: "réussi", failed: "échec", skipped: "non vérifié" },
  attests: "Ce que l’agence atteste",
  inWords_one:
    "Les données d’{{count}} personne ont été rendues illisibles : les clés qui les protégeaient ont été détruites, y compris pour les sauvegardes.",
  inWords_other:
    "Les données de {{count}} personnes ont été rendues illisibles : les clés qui les protégeaient ont été détruites, y compris pour les sauvegardes.",
  nobodyNamed: "Un certificat ne nomme personne : il ne dit pas de qui il s’agit.",
  notProven:
    "La vérification prouve que l’agence a signé ces mots et ne les a pas changés depuis. Elle ne prouve pas à elle seule qu’ils sont vrais.",
  elsewhere:
    "Sans cette page : les mêmes vérifications se font avec openssl, ou avec la commande ./lethe verify.",
  refusals: {
    "not-an-anchor":
      "Ce n’est pas la clé publique d’une agence (JWK Ed25519). Vérifiez que vous l’avez copiée en entier.",
    "too-large": "Le fichier est plus grand que ne l’est aucun certificat : il n’a pas été lu.",
    "not-a-certificate":
      "Le fichier n’est pas un certificat tel que Lethe les établit : il a été modifié, coupé ou remis en forme. Demandez-le de nouveau à l’agence.",
    "not-signed":
      "Le certificat n’est pas signé par cette clé, ou il a été modifié. Vérifiez que la clé est bien celle de l’agence qui l’a remis.",
    "head-not-signed": "La tête de la liste n’est pas signée par cette clé, ou elle a été modifiée.",
    "not-in-the-list": "La preuve ne mène pas de ce certificat à la tête signée de la liste.",
    "not-a-witness": "La clé du témoin n’est pas une clé publique (JWK Ed25519).",
    "kept-head-not-signed":
      "La tête gardée n’est pas signée par la clé de cette agence, ou elle a été modifiée.",
    "not-witnessed": "La tête gardée n’est pas contresignée par la clé de ce témoin, ou elle a été modifiée.",
    "growth-missing":
      "La tête gardée et celle du certificat n’ont pas la même taille : il faut la preuve qui mène de l’une à l’autre.",
    "not-a-growth":
      "La preuve de croissance n’en est pas une, ou elle joint des têtes d’autres tailles que celles-ci.",
    "not-grown":
      "La preuve ne mène pas d’une tête à l’autre : la liste a été coupée ou réécrite, ou la preuve est fausse. Gardez les deux fichiers.",
    rewritten:
      "L’agence a signé deux têtes différentes de même taille : la liste a été réécrite. Gardez les deux fichiers, ils en sont la preuve.",
  },
};
