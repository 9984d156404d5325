import type { CodedItem, Compartment, Contact, Purpose, Unit } from "../src/api/types.ts";

/** Fictitious persons and a small catalogue, for looking at the screens. */
export const TODAY = "2025-11-24";

export const units: Unit[] = [
  { code: "centre", label: "Circonscription Centre", paper: false },
  { code: "north", label: "Circonscription Nord", paper: false },
  { code: "south", label: "Circonscription Sud", paper: false },
  { code: "islands", label: "Circonscription des Îles", paper: true },
];

const area = (
  kind: CodedItem["kind"],
  code: string,
  areaLabel: string,
  items: [string, string][],
): CodedItem[] =>
  items.map(([item, label]) => ({
    code: item,
    kind,
    area: code,
    areaLabel,
    label,
    compartment: "coding",
    synonyms: [],
  }));

export const nomenclature: CodedItem[] = [
  ...area("problem", "access-to-rights", "Accès aux droits", [
    ["P01.1", "Ouverture ou maintien de droits"],
    ["P01.2", "Démarches administratives"],
  ]),
  ...area("problem", "income-budget", "Ressources et budget", [
    ["P02.2", "Rupture de droits ou de ressources"],
    ["P02.4", "Endettement ou surendettement"],
  ]),
  ...area("problem", "housing", "Logement", [
    ["P03.1", "Sans abri ou sans logement"],
    ["P03.3", "Logement indigne ou surpeuplé"],
    ["P03.4", "Impayés de loyer"],
  ]),
  ...area("problem", "family", "Famille", [["P06.1", "Séparation conjugale"]]),
  ...area("problem", "employment", "Emploi et formation", [["P05.1", "Recherche d’emploi"]]),
  ...area("intervention", "listening", "Écoute et accueil", [["I01.1", "Entretien au service"]]),
  ...area("intervention", "financial", "Aide financière", [
    ["I03.1", "Demande au fonds de solidarité logement"],
  ]),
  ...area("intervention", "rights", "Accès aux droits", [["I02.1", "Instruction d’une demande"]]),
];

const all: Compartment[] = ["identity", "narrative", "coding", "health", "third-party"];

export const purposes: Purpose[] = [
  purpose("social-support", "Accompagnement social de la personne", "public-task", all, []),
  purpose("child-protection", "Protection de l’enfance", "legal-obligation", all, ["crip"]),
  purpose("statistics", "Statistiques de l’activité", "public-task", ["coding", "health"], []),
  purpose(
    "rights-instruction",
    "Instruction des demandes de droits",
    "legal-obligation",
    ["identity"],
    ["benefits-office"],
  ),
  purpose(
    "partner-referral",
    "Orientation vers un partenaire",
    "consent",
    ["identity", "narrative", "coding"],
    ["partners"],
  ),
  purpose(
    "case-conference",
    "Réunion de synthèse entre professionnels",
    "consent",
    ["identity", "narrative", "coding", "health"],
    ["partners"],
  ),
  purpose("contact-reminders", "Rappels de rendez-vous par SMS ou courriel", "consent", ["identity"], []),
];

function purpose(
  code: string,
  label: string,
  legalBasis: string,
  compartments: Compartment[],
  recipients: string[],
): Purpose {
  return {
    code,
    label,
    legalBasis,
    compartments,
    recipients,
    consentRequired: legalBasis === "consent",
    retentionRule: "support-file",
  };
}

export const names: [string, string][] = [
  ["Le Goff", "Maëlys"],
  ["Benali", "Samira"],
  ["Dupont", "Jean-Marc"],
  ["Traoré", "Aminata"],
  ["Garnier", "Lucie"],
  ["Nguyen", "Thi Lan"],
  ["Moreau", "Patrick"],
  ["Da Silva", "Inês"],
  ["Petit", "Chloé"],
  ["Haddad", "Nour"],
  ["Roussel", "André"],
  ["Lefèvre", "Élodie"],
  ["Kaya", "Emre"],
  ["Marchand", "Odile"],
  ["Diallo", "Fatou"],
];

const stories = [
  "Madame vient seule, sans rendez-vous. Elle a reçu hier un commandement de payer pour deux mois de loyer. Elle travaille à mi-temps à la cantine du collège depuis septembre, son premier salaire complet arrive fin novembre. Elle ne dort plus.\n\nNous avons relu le courrier ensemble : le délai court jusqu’au 12 janvier. Je l’ai rassurée sur ce point. Appel au bailleur en sa présence, qui accepte un plan sur dix mois si le FSL intervient.",
  "Appel téléphonique. La demande au fonds de solidarité est partie ce matin avec les trois dernières quittances. Il manque l’attestation de l’employeur, qu’elle apporte jeudi.",
  "Visite à domicile, convenue la semaine dernière. Les enfants étaient à l’école. L’appartement est tenu, mais la chambre du fond est humide et ne sert plus ; elle dort dans le séjour avec la petite. Elle accepte que je signale l’état du logement au service d’hygiène, et veut relire le courrier avant l’envoi.",
  "Premier entretien. Elle est orientée par la mairie pour l’ouverture de ses droits après la séparation.",
];

export function contactsFor(seed: number, lastOn: string, count: number): Contact[] {
  const last = Date.parse(`${lastOn}T00:00:00Z`);
  return Array.from({ length: count }, (_, at) => {
    const date = new Date(last - at * (19 + seed) * 86_400_000).toISOString().slice(0, 10);
    const contactId = `c0000000-0000-4000-8000-${String(seed * 100 + at).padStart(12, "0")}`;
    return {
      contactId,
      revisionId: contactId,
      codingId: contactId,
      date,
      text: stories[at % stories.length] ?? "",
      codes: at === 0 ? ["P03.4", "I03.1"] : at === 2 ? ["P03.3"] : [],
      corrected: false,
      persons: [],
      people: [],
      attachments: [],
      unreadable: [],
      author: { id: "worker", name: at === 1 ? "Yanis Belkacem" : "Claire Morel" },
      recordedAt: `${date}T16:40:00Z`,
    };
  });
}
