package eu.lethe.cases.imports;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The columns that a file of files may have, in the order of the documentation. Each has a title in English and others in
 * French; accents, case and what is no letter do not count.
 */
enum Column {
    REFERENCE("reference", "référence", "numéro", "numéro de dossier", "n° de dossier"),
    FAMILY_NAME("familyName", "nom", "nom de famille"),
    GIVEN_NAME("givenName", "prénom", "prénoms"),
    BIRTH_DATE(
            "birthDate",
            "date ou année de naissance",
            "date de naissance",
            "année de naissance",
            "né(e) le",
            "né(e) en",
            "naissance"),
    ADDRESS("address", "adresse"),
    PHONE("phone", "téléphone", "tél."),
    EMAIL("email", "courriel", "adresse électronique", "e-mail", "mail"),
    HOUSEHOLD_TYPE("householdType", "type de ménage", "ménage"),
    OPENED_ON("openedOn", "date d’ouverture", "ouvert le", "dossier ouvert le"),
    REFERENT("referent", "référent", "travailleur social"),
    CONTACT_DATE("contactDate", "date du contact", "date du dernier contact", "dernier contact le"),
    CONTACT_TEXT("contactText", "texte du contact", "dernier contact", "compte rendu"),
    CODES("codes", "codes", "codes de la nomenclature");

    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // the copy that List.of makes is
    private final List<String> others;

    Column(String title, String... others) {
        this.title = title;
        this.others = List.of(others);
    }

    /** As in the header line of a program. */
    String title() {
        return title;
    }

    /** As in the header line that a French reader writes. */
    String frenchTitle() {
        return others.getFirst();
    }

    static Optional<Column> titled(String title) {
        var plain = plain(title);
        return Arrays.stream(values())
                .filter(column -> plain.equals(plain(column.title))
                        || column.others.stream().map(Column::plain).anyMatch(plain::equals))
                .findFirst();
    }

    /** Without accents, case and what is no letter. */
    static String plain(String title) {
        var letters = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return NO_LETTERS.matcher(letters).replaceAll("");
    }
}
