export default {
  format: "jour/mois/année",
  formatOrYear: "jour/mois/année, ou l’année seule",
  inYear: "en {{year}}",
  unreadableOrYear:
    "Cette date ne se lit pas. Écrivez-la comme 03/12/1987 ou 3 décembre 1987, ou l’année seule, comme 1987.",
  unreadable: "Cette date ne se lit pas. Écrivez-la comme 03/12/1987 ou 3 décembre 1987.",
};
