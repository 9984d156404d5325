export default {
  date: "Date",
  text: "Ce qui s’est dit, ce qui a été fait",
  textMissing: "Écrivez au moins un mot.",
  dateMissing: "Indiquez la date du contact.",
  dateAhead: "La date du contact ne peut pas être dans l’avenir.",
  corrected: "corrigé",
  erasedText: "Texte effacé : sa clé est détruite, personne ne peut plus le lire.",
  erasedCodes: "Codes effacés.",
  codes: {
    title: "Codes",
    help: "Facultatif : cherchez un mot du catalogue.",
    placeholder: "loyer, budget, garde…",
    none: "Aucun code ne correspond.",
  },
};
