package eu.lethe.platform.document;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Understands how a document speaks to its reader: in French, or in English. */
public record DocumentWords(Locale language, ResourceBundle words) {

    /**
     * The words of one kind of document.
     *
     * @param bundle French as it is, English with {@code _en} behind its name
     */
    public static DocumentWords of(String bundle, Locale reader) {
        var language = Locale.ENGLISH.getLanguage().equals(reader.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
        return new DocumentWords(
                language,
                ResourceBundle.getBundle(
                        bundle,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** A word of the reader's language; the code itself where an agency has configured one of its own. */
    public String word(String key) {
        try {
            return words.getString(key);
        } catch (MissingResourceException configured) {
            return key.substring(key.indexOf('.') + 1);
        }
    }
}
