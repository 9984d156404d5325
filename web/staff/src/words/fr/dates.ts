export default {
  format: "jour/mois/année",
  unreadable: "Cette date ne se lit pas. Écrivez-la comme 03/12/1987 ou 3 décembre 1987.",
};
