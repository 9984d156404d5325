export default {
  titles: {
    offline: "Le réseau ne répond pas",
    unauthenticated: "La session a pris fin",
    forbidden: "Ce dossier n’est pas ouvert à votre compte",
    "not-found": "Introuvable",
    conflict: "Quelqu’un a modifié ceci en même temps que vous",
    "invalid-request": "Certaines informations ne peuvent pas être enregistrées",
    suspended: "Lecture suspendue",
    erased: "Dossier effacé",
    "keys-unavailable": "Illisible pour l’instant, rien n’est perdu",
    unexpected: "Lethe n’a pas pu répondre",
  },
  texts: {
    offline:
      "Rien n’est perdu : ce que vous avez écrit reste à l’écran. Réessayez quand le réseau est revenu.",
    unauthenticated:
      "Ce que vous avez écrit reste à l’écran. Reconnectez-vous dans un autre onglet, puis revenez ici et recommencez.",
    forbidden: "Cette action est réservée à un autre rôle ou à une autre circonscription.",
    "not-found": "L’adresse est peut-être incomplète, ou ce qu’elle désignait n’existe pas.",
    conflict: "Relisez la page, puis recommencez si c’est encore utile.",
    "invalid-request": "Corrigez ce qui est signalé, puis recommencez.",
    suspended: "Ce dossier est en cours d’effacement.",
    erased: "Ce dossier n’existe plus.",
    "keys-unavailable":
      "Un service ne répond pas. Les données sont intactes et redeviendront lisibles d’elles-mêmes.",
    unexpected: "Rien n’a été modifié, et ce que vous avez écrit reste à l’écran. Réessayez dans un instant.",
  },
  keptBelow: "Ce que vous avez écrit est resté ci-dessous.",
  retry: "Réessayer",
  signInAgain: "Se reconnecter dans un autre onglet",
  backHome: "Revenir à l’accueil",
  summary: "À corriger avant d’enregistrer",
  loading: "Chargement…",
  slow: "Cela prend plus de temps que d’habitude. Rien n’est perdu.",
  reference: "Référence : {{code}}",
};
