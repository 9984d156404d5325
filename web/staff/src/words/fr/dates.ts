export default {
  format: "jour/mois/année",
  formatOrYear: "jour/mois/année, l’année seule, ou l’âge, comme « environ 38 ans »",
  inYear: "en {{year}}",
  aboutYear: "année de naissance {{year}} (environ)",
  unreadableOrYear:
    "Cette date ne se lit pas. Écrivez-la comme 03/12/1987 ou 3 décembre 1987, ou l’année seule, comme 1987, ou l’âge, comme « environ 38 ans ».",
  nobodysAge: "Personne n’a cet âge. Écrivez un âge de 1 à 130 ans, l’année de naissance ou le jour.",
  unreadable: "Cette date ne se lit pas. Écrivez-la comme 03/12/1987 ou 3 décembre 1987.",
};
