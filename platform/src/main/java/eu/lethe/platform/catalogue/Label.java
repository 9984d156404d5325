package eu.lethe.platform.catalogue;

import java.util.Locale;

/** Understands the name of a catalogue entry in the languages of the product, French first. */
public record Label(String french, String english) {

    /** The English name for an English reader, the French one for everybody else. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? english : french;
    }
}
