export default {
  refused: {
    otherUnit: {
      title: "Ce dossier relève d’une autre circonscription",
      text: "Votre compte ne l’ouvre pas dans le travail ordinaire.",
    },
    excluded: {
      title: "Ce dossier ne vous est pas ouvert",
      text: "Il a été décidé que vous ne le lirez pas. Ce n’est pas un reproche : cela vous protège autant que la personne.",
    },
    restricted: {
      title: "Ce dossier est réservé à quelques collègues",
      text: "Seules les personnes désignées peuvent le lire.",
    },
  },
  ask: "Adressez-vous à {{name}}.",
  yourLead: "votre encadrement",
  referentIs: "Référent : {{name}}.",
  theReferent: "le référent du dossier",
  noWayIn: "L’accès exceptionnel n’est pas possible pour ce dossier.",
  exceptional: {
    title: "Accès exceptionnel",
    lead: "Si vous devez lire ce dossier maintenant, dites pourquoi. L’accès dure huit heures, {{name}} en sera averti, et le journal des accès le retient.",
    reason: "Motif",
    reasons: {
      emergency: "Urgence",
      replacement: "Remplacement d’un collègue",
      "shared-visit": "Accueil ou visite à deux",
      other: "Autre motif",
    },
    text: "En une phrase",
    textHelp: "La personne pourra lire cette phrase, comme le référent.",
    open: "Ouvrir le dossier",
    reasonMissing: "Choisissez un motif.",
    textMissing: "Écrivez pourquoi, en une phrase.",
  },
  onMyFiles: "Accès exceptionnels à vos dossiers",
  opened: "{{name}} a ouvert, le {{when}},",
  somebody: "un agent du service",
  colon: " : ",
  takeNote: "J’en prends note",
  allLead:
    "Chaque ouverture d’un dossier par quelqu’un qui ne le lit pas d’ordinaire, la plus récente d’abord.",
  none: "Aucun accès exceptionnel.",
  readers: {
    page: "Qui a lu",
    title: "Qui a lu ce dossier",
    lead: "Chaque lecture est notée pendant un an. La personne peut demander cette liste.",
    statement: "Relevé à remettre à la personne (PDF)",
    times_one: "une fois",
    times_other: "{{count}} fois",
    exceptional: "Accès exceptionnel, {{reason}}",
  },
};
