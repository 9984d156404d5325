export default {
  save: "Enregistrer",
  close: "Fermer, garder le texte",
  discard: "Effacer ce texte",
  discarded: "Texte effacé.",
  undo: "Annuler",
  saving: "enregistrement…",
  waiting: "Pas de réseau : l’enregistrement attend, rien n’est perdu.",
  back: "Le texte est revenu ci-dessous, tel que vous l’avez écrit.",
  takeBack: "Reprendre ce texte",
  takeBackSent: "Reprendre ce texte sans attendre",
  leave: {
    title: "Quitter sans enregistrer ?",
    text: "Ce que vous avez saisi ici n’est gardé nulle part. Il sera perdu si vous quittez.",
    stay: "Continuer la saisie",
    go: "Quitter sans enregistrer",
  },
  kept: {
    at: "Brouillon gardé à {{time}}, pour 72 heures.",
    here: {
      offline:
        "Pas de réseau : le brouillon est gardé sur ce poste, chiffré. Continuez à écrire ; l’enregistrement attend le retour du réseau.",
      away: "Le service ne répond pas : le brouillon est gardé sur ce poste, chiffré. Continuez à écrire.",
      refused:
        "Le brouillon n’est gardé que sur ce poste : votre compte ne peut plus écrire dans ce dossier. Copiez le texte s’il doit aller ailleurs.",
    },
    nowhere: {
      offline:
        "Pas de réseau, et ce poste ne peut pas garder de brouillon : laissez cette page ouverte jusqu’au retour du réseau.",
      away: "Le service ne répond pas, et ce poste ne peut pas garder de brouillon : laissez cette page ouverte.",
      refused:
        "Ce texte n’est gardé nulle part : votre compte ne peut plus écrire dans ce dossier. Copiez-le avant de fermer la page.",
    },
  },
  signedOut: {
    title: "Votre session a pris fin",
    text: "Rien n’est perdu : le brouillon attend sur ce poste, chiffré. Reconnectez-vous, vous retrouverez le texte et l’endroit où vous écriviez.",
    elsewhere:
      "Le texte attend dans cette page : ne la fermez pas. Reconnectez-vous dans un autre onglet, puis revenez ici.",
    here: "Se reconnecter et reprendre ici",
  },
  resume: {
    title: "Brouillons à reprendre",
    contact: "Contact commencé",
    correction: "Correction commencée",
    assessment: "Évaluation commencée",
    referral: "Orientation commencée",
    "third-party": "Information d’un tiers commencée",
    file: "dossier {{number}}",
    kept: "gardé jusqu’au {{moment}}",
  },
  saved: {
    contact: "Contact enregistré.",
    correction: "Correction enregistrée.",
    assessment: "Évaluation enregistrée.",
    referral: "Orientation enregistrée.",
    "third-party": "Information enregistrée.",
  },
  notSaved: {
    contact: "Le contact n’est pas enregistré. Son texte est revenu dans la zone de saisie.",
    correction: "La correction n’est pas enregistrée. Son texte est revenu dans la zone de saisie.",
    assessment: "L’évaluation n’est pas enregistrée. Son texte est revenu dans la zone de saisie.",
    referral: "L’orientation n’est pas enregistrée. Son texte est revenu dans la zone de saisie.",
    "third-party": "L’information n’est pas enregistrée. Son texte est revenu dans la zone de saisie.",
  },
  refused: {
    contact: "Ce contact n’est pas enregistré",
    correction: "Cette correction n’est pas enregistrée",
    assessment: "Cette évaluation n’est pas enregistrée",
    referral: "Cette orientation n’est pas enregistrée",
    "third-party": "Cette information n’est pas enregistrée",
  },
  waitingText: {
    contact: "Un autre contact n’a pas été enregistré : son texte est gardé.",
    correction: "Une autre correction n’a pas été enregistrée : son texte est gardé.",
    assessment: "Une autre évaluation n’a pas été enregistrée : son texte est gardé.",
    referral: "Une autre orientation n’a pas été enregistrée : son texte est gardé.",
    "third-party": "Une autre information n’a pas été enregistrée : son texte est gardé.",
  },
};
