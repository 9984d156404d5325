package eu.lethe.cases.journal;

import eu.lethe.platform.catalogue.Label;
import java.util.Locale;
import java.util.Map;

/** Understands how to say why somebody read, and what: French, or English for an English reader. */
final class ReadingWords {

    private static final Map<String, Label> REASONS = Map.ofEntries(
            Map.entry("file", new Label("Lecture du dossier", "Read the file")),
            Map.entry("person", new Label("Lecture de l’identité", "Read the identity")),
            Map.entry("household", new Label("Lecture du ménage", "Read the household")),
            Map.entry("third-party", new Label("Informations reçues de tiers", "Third-party information")),
            Map.entry("draft", new Label("Reprise d’un brouillon", "Resumed a draft")),
            Map.entry("list", new Label("Liste de la circonscription", "List of the unit")),
            Map.entry("elsewhere", new Label("Recherche hors de la circonscription", "Search outside the unit")),
            Map.entry("search", new Label("Recherche par nom", "Search by name")),
            Map.entry("correction", new Label("Versions d’un texte corrigé", "Versions of a corrected text")),
            Map.entry("attachment", new Label("Pièce jointe", "Attachment")),
            Map.entry("export", new Label("Copie pour la personne", "Copy for the person")),
            Map.entry(
                    "rereading", new Label("Relecture de la copie pour la personne", "Reread the copy for the person")),
            Map.entry("reread", new Label("Copie relue, prête à remettre", "Copy reread, ready to be handed over")),
            Map.entry("print", new Label("Impression", "Print")),
            Map.entry("readers", new Label("Consultation des lectures", "Looked at who has read")),
            Map.entry("import", new Label("Import de dossiers", "Import of files")),
            Map.entry("consents", new Label("Consentements", "Consents")));

    private static final Map<String, Label> COMPARTMENTS = Map.of(
            "identity", new Label("identité", "identity"),
            "narrative", new Label("textes", "texts"),
            "coding", new Label("codes", "codes"),
            "health", new Label("santé", "health"),
            "third-party", new Label("informations de tiers", "third-party information"),
            "consent", new Label("consentements", "consents"),
            "rights", new Label("droits", "rights"));

    private static final Map<String, Label> EXCEPTIONS = Map.of(
            "emergency", new Label("urgence", "emergency"),
            "replacement", new Label("remplacement", "replacement"),
            "shared-visit", new Label("visite à deux", "shared visit"),
            "other", new Label("autre motif", "another reason"));

    private static final Map<String, Label> ROLES = Map.of(
            "worker", new Label("travail social", "social work"),
            "lead", new Label("responsable de circonscription", "unit lead"),
            "dpo", new Label("délégué à la protection des données", "data-protection officer"),
            "auditor", new Label("auditeur", "auditor"));

    private ReadingWords() {}

    static String reason(String code, Locale reader) {
        return word(REASONS, code, reader);
    }

    static String compartment(String code, Locale reader) {
        return word(COMPARTMENTS, code, reader);
    }

    static String exception(String code, Locale reader) {
        return word(EXCEPTIONS, code, reader);
    }

    static String role(String code, Locale reader) {
        return word(ROLES, code, reader);
    }

    /** An agency's own compartment or role keeps its code. */
    private static String word(Map<String, Label> words, String code, Locale reader) {
        var label = words.get(code);
        return label == null ? code : label.in(reader);
    }
}
