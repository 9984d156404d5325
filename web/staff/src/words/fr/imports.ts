export default {
  lead: "Un fichier CSV de dossiers existants. L’essai lit chaque ligne et ne change rien ; la reprise vient ensuite, et peut être refaite sans créer de doublon.",
  file: "Fichier",
  columns:
    "Colonnes : reference, familyName, givenName, birthDate, address, phone, email, householdType, openedOn, referent, contactDate, contactText, codes. Seules reference et familyName sont requises.",
  choose: "Choisir un fichier CSV",
  try: "Essayer",
  take_one: "Reprendre {{count}} dossier",
  take_other: "Reprendre {{count}} dossiers",
  progress: "Avancement",
  done: "{{done}} lignes sur {{rows}}",
  failed: "La reprise s’est interrompue",
  failedText:
    "Ce qui est repris le reste. Relancez la reprise du même fichier : elle continue où elle s’est arrêtée.",
  ended: {
    dryRun: "L’essai est terminé. Rien n’a été enregistré.",
    taken: "La reprise est terminée.",
  },
  report: { dryRun: "Essai", taken: "Reprise" },
  created: { dryRun: "Seraient créés", taken: "Créés" },
  already: "Déjà là",
  refused: "Refusés",
  errors: "Lignes refusées",
  line: "Ligne",
  column: "Colonne",
  what: "Ce qui ne va pas",
};
