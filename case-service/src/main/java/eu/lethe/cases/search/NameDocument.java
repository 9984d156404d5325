package eu.lethe.cases.search;

import eu.lethe.cases.search.NameIndex.Found;
import eu.lethe.contracts.events.cases.Identity;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.jspecify.annotations.Nullable;

/**
 * Understands what the index knows of a person: each word of the names they have, had or go by, how it sounds, and the year
 * of birth. Address and telephone are not in it.
 */
final class NameDocument {

    static final String ID = "id";
    static final String UNIT = "unit";
    static final String WORD = "word";
    static final String OTHER_WORD = "otherWord";
    static final String WORDS = "words";
    static final String SOUND = "sound";
    static final String METAPHONE = "metaphone";
    static final String BIRTH_YEAR = "birthYear";
    private static final String FAMILY_NAME = "familyName";
    private static final String GIVEN_NAME = "givenName";
    private static final String ALIAS = "alias";
    private static final String EARLIER_NAME = "earlierName";
    private static final String BIRTH_DATE = "birthDate";

    private NameDocument() {}

    static Document of(UUID personId, String unit, Identity identity) {
        var document = new Document();
        document.add(new StringField(ID, personId.toString(), Store.YES));
        document.add(new StringField(UNIT, unit, Store.YES));
        document.add(new StoredField(FAMILY_NAME, identity.familyName()));
        if (identity.givenName() != null) {
            document.add(new StoredField(GIVEN_NAME, identity.givenName()));
        }
        identity.aliases().forEach(name -> document.add(new StoredField(ALIAS, name)));
        identity.earlierNames().forEach(name -> document.add(new StoredField(EARLIER_NAME, name)));
        if (identity.birthDate() != null) {
            document.add(new StoredField(BIRTH_DATE, identity.birthDate().toString()));
            document.add(new StringField(
                    BIRTH_YEAR, Integer.toString(identity.birthDate().getYear()), Store.NO));
        }
        var own = words(Stream.of(
                identity.familyName(), Optional.ofNullable(identity.givenName()).orElse("")));
        var others = words(Stream.concat(identity.aliases().stream(), identity.earlierNames().stream()));
        others.removeAll(own);
        document.add(new StringField(WORDS, Integer.toString(own.size()), Store.NO));
        own.forEach(word -> document.add(new StringField(WORD, word, Store.NO)));
        others.forEach(word -> document.add(new StringField(OTHER_WORD, word, Store.NO)));
        Stream.concat(own.stream(), others.stream()).forEach(word -> {
            document.add(new StringField(SOUND, FrenchSound.of(word), Store.NO));
            document.add(new StringField(METAPHONE, metaphone(word), Store.NO));
        });
        return document;
    }

    /** Who was found. */
    static Found found(Document document) {
        return new Found(
                UUID.fromString(document.get(ID)),
                document.get(UNIT),
                document.get(FAMILY_NAME),
                document.get(GIVEN_NAME),
                birthDate(document));
    }

    /** The names that were put in. */
    static Identity names(Document document) {
        return new Identity(
                document.get(FAMILY_NAME),
                document.get(GIVEN_NAME),
                birthDate(document),
                null,
                null,
                null,
                List.of(document.getValues(ALIAS)),
                List.of(document.getValues(EARLIER_NAME)));
    }

    static String metaphone(String word) {
        // the coder keeps no state, but is not documented to be safe for threads
        return Optional.ofNullable(new DoubleMetaphone().doubleMetaphone(word)).orElse("");
    }

    private static @Nullable LocalDate birthDate(Document document) {
        var birthDate = document.get(BIRTH_DATE);
        return birthDate == null ? null : LocalDate.parse(birthDate);
    }

    private static Set<String> words(Stream<String> names) {
        var words = new LinkedHashSet<String>();
        names.forEach(name -> words.addAll(NameWords.of(name)));
        return words;
    }
}
