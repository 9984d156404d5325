package eu.lethe.cases.copy;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Understands how a copy speaks to its reader: in French, or in English. */
record CopyWords(Locale language, ResourceBundle words) {

    static CopyWords of(Locale reader) {
        var language = Locale.ENGLISH.getLanguage().equals(reader.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
        return new CopyWords(
                language,
                ResourceBundle.getBundle(
                        "messages.copy",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** A word of the reader's language; the code itself where an agency has configured one of its own. */
    String word(String key) {
        try {
            return words.getString(key);
        } catch (MissingResourceException configured) {
            return key.substring(key.indexOf('.') + 1);
        }
    }
}
