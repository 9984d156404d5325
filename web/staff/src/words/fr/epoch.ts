export default {
  title: "Clé d’époque",
  lead: "Ce qui est dans la base s’ouvre avec une seule clé, la clé d’époque. Quand elle change, l’ancienne est détruite : les sauvegardes faites avant ne s’ouvrent plus, et ce qui a été éliminé ne s’y retrouve plus.",
  removed: "Ce qui a été éliminé, dans les sauvegardes",
  nothing: "Rien de ce qui a été éliminé ne peut être retrouvé dans une sauvegarde de la base.",
  keys_one: "{{count}} clé retirée pendant l’époque {{epoch}}",
  keys_other: "{{count}} clés retirées pendant l’époque {{epoch}}",
  limits: {
    "pkcs12-file":
      "Cela vaut pour les sauvegardes de la base. Qui garde aussi une ancienne copie du fichier des clés, et son mot de passe, les ouvre encore : après chaque changement, remplacez cette copie, n’en ajoutez pas.",
    pkcs11:
      "Cela vaut tant que le module n’a pas lui-même gardé de copie des clés qu’il a détruites : c’est à qui l’exploite de le dire.",
  },
  lost: "La copie de la clé de l’époque {{epoch}} en dépôt ({{place}}) est perdue, et personne ne l’a détruite : qui la trouve, avec son mot de passe, ouvre encore les sauvegardes de cette époque.",
  ending: "L’époque {{epoch}}, finie le {{date}}, n’est pas encore détruite.",
  endings: {
    rotation: "Elle attend le prochain changement.",
    wrapping: "Ce qui reste passe sous la nouvelle clé, de soi-même.",
    escrow:
      "Une copie de sa clé est encore en dépôt, voyez plus bas : branchez le support, elle y sera détruite. Les certificats d’effacement attendent jusque-là.",
    destruction:
      "Là où elle est gardée, sa clé n’a pas encore pu être détruite : Lethe réessaie de lui-même. Si cela dure, prévenez l’exploitation.",
  },
  now: "L’époque en cours",
  number: "Époque",
  since: "Depuis le",
  ends: "Prochain changement",
  endsAt: "le {{when}} au plus tard ({{distance}}) ; plus tôt si un effacement l’attend",
  where: "Où est la clé",
  stores: {
    "pkcs12-file":
      "dans un fichier protégé par mot de passe (PKCS#12), hors de la base et de ses sauvegardes",
    pkcs11: "dans un fichier, scellée par un module matériel de sécurité (HSM, PKCS#11)",
  },
  rotate: "Changer la clé d’époque maintenant",
  rotateTitle: "Changer la clé d’époque maintenant ?",
  rotateHelp:
    "Une nouvelle clé est faite, les dossiers passent sous elle, puis l’ancienne est détruite, avec ses copies en dépôt. Le travail continue pendant ce temps.",
  rotateBackups:
    "Les sauvegardes faites jusqu’ici ne s’ouvriront plus : faites-en une nouvelle aussitôt après. Cela ne se défait pas.",
  rotateAction: "Changer la clé",
  unchanged: "Ce qui a été fait, s’il y a eu un début, est achevé de lui-même : regardez l’époque en cours.",
  cancel: "Annuler",
  begun: "L’époque {{epoch}} a commencé.",
  done: "L’ancienne clé est détruite : ce qui avait été éliminé ne peut plus être retrouvé dans aucune sauvegarde de la base.",
  notYet: "L’ancienne clé n’est pas encore détruite : plus haut est dit ce qu’elle attend.",
  backUp: "Faites maintenant une nouvelle sauvegarde : celles d’avant ne servent plus.",
  escrow: "Copies en dépôt",
  escrowLead:
    "Une copie de la clé en cours, gardée à part, évite de tout perdre avec l’original. Elle est détruite avant son époque.",
  noCopies:
    "Aucune copie n’est en dépôt : perdre la clé d’époque serait perdre tous les dossiers. Le guide d’exploitation dit comment en déposer une.",
  place: "Lieu",
  epoch: "Époque",
  state: "État",
  keptOn: "déposée le {{when}}",
  notKept: "pas encore déposée : le lieu n’est pas joignable",
  toDestroy: "(à détruire)",
  lostOn: "déclarée perdue le {{when}} : personne ne l’a détruite",
  destroyedOn: "détruite le {{when}}",
  destroyedCopies_one: "{{count}} copie détruite",
  destroyedCopies_other: "{{count}} copies détruites",
};
