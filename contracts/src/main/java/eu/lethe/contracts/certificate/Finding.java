package eu.lethe.contracts.certificate;

import java.util.Locale;

/** Understands a sentence to whoever checks a certificate, in the languages of the product. */
public record Finding(String french, String english) {

    /** The English sentence for an English reader, the French one for everybody else. */
    public String in(Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? english : french;
    }
}
