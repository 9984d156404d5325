package eu.lethe.cases.imports;

import java.util.Map;

/** Understands what a spreadsheet calls a type of household: by the words of the screens, in French or English, or by its code. */
final class HouseholdWords {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("personneseule", "alone"),
            Map.entry("livingalone", "alone"),
            Map.entry("couplesansenfant", "couple"),
            Map.entry("couplesansenfants", "couple"),
            Map.entry("couplewithoutchildren", "couple"),
            Map.entry("parentseulavecenfant", "single-parent"),
            Map.entry("parentseulavecenfants", "single-parent"),
            Map.entry("famillemonoparentale", "single-parent"),
            Map.entry("singleparent", "single-parent"),
            Map.entry("coupleavecenfant", "couple-with-children"),
            Map.entry("coupleavecenfants", "couple-with-children"),
            Map.entry("couplewithchildren", "couple-with-children"),
            Map.entry("autre", "other"));

    private HouseholdWords() {}

    /** The code; what is no such word stays as it is, and is looked at as a code. */
    static String code(String words) {
        return CODES.getOrDefault(Column.plain(words), words);
    }
}
