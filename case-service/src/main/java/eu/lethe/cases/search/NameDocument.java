package eu.lethe.cases.search;

import eu.lethe.cases.person.Birth;
import eu.lethe.cases.search.NameIndex.Found;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.sealing.KeyId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;

/**
 * Understands what the index knows of a person: each word of the names they have, had or go by, as one with those beside it,
 * how it sounds, and the day or year of birth. Address and telephone are not in it.
 */
final class NameDocument {

    static final String ID = "id";
    static final String UNIT = "unit";
    static final String WORD = "word";
    static final String OTHER_WORD = "otherWord";
    static final String WORDS = "words";
    static final String SOUND = "sound";
    static final String METAPHONE = "metaphone";
    static final String CONSONANTS = "consonants";
    static final String WITHOUT_VOWELS = "withoutVowels";
    static final String ROMANISED = "romanised";
    /** The year, also of whom the day is known; a word of its own where nobody knows it. */
    static final String BIRTH_YEAR = "birthYear";

    /** All that is known: the day, or the year alone. */
    static final String BIRTH = "birth";

    static final String UNKNOWN = "unknown";
    private static final String KEY = "key";
    private static final String FAMILY_NAME = "familyName";
    private static final String GIVEN_NAME = "givenName";
    private static final String ALIAS = "alias";
    private static final String EARLIER_NAME = "earlierName";

    private static final Pattern HARD_G = Pattern.compile("g(?=[eiy])");

    private NameDocument() {}

    static Document of(UUID personId, String unit, KeyId key, Identity identity) {
        var document = new Document();
        document.add(new StringField(ID, personId.toString(), Store.YES));
        document.add(new StoredField(KEY, key.toString()));
        document.add(new StringField(UNIT, unit, Store.YES));
        document.add(new StoredField(FAMILY_NAME, identity.familyName()));
        if (identity.givenName() != null) {
            document.add(new StoredField(GIVEN_NAME, identity.givenName()));
        }
        identity.aliases().forEach(name -> document.add(new StoredField(ALIAS, name)));
        identity.earlierNames().forEach(name -> document.add(new StoredField(EARLIER_NAME, name)));
        var born = Birth.of(identity);
        document.add(
                new StringField(BIRTH_YEAR, born.map(NameDocument::birthYear).orElse(UNKNOWN), Store.NO));
        born.ifPresent(birth -> document.add(new StringField(BIRTH, birth.iso(), Store.YES)));
        var now = Stream.of(
                        identity.familyName(),
                        Optional.ofNullable(identity.givenName()).orElse(""))
                .map(NameWords::of)
                .toList();
        var before = Stream.concat(identity.aliases().stream(), identity.earlierNames().stream())
                .map(NameWords::of)
                .toList();
        var own = now.stream().flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        var others = Stream.of(before.stream().flatMap(List::stream), written(now), written(before))
                .flatMap(words -> words)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        others.removeAll(own);
        own.forEach(word -> document.add(new StringField(WORD, word, Store.NO)));
        others.forEach(word -> document.add(new StringField(OTHER_WORD, word, Store.NO)));
        var weight = now.stream().mapToInt(NameWords::weight).sum();
        document.add(new StringField(WORDS, Integer.toString(weight), Store.NO));
        var isLatin = PlainLetters.isLatin(names(identity));
        Stream.concat(own.stream(), others.stream()).forEach(word -> {
            document.add(new StringField(SOUND, FrenchSound.of(word), Store.NO));
            if (!isLatin) {
                // in French the letter is written gu where others romanise it g
                document.add(new StringField(
                        SOUND, FrenchSound.of(HARD_G.matcher(word).replaceAll("gu")), Store.NO));
            }
            document.add(new StringField(METAPHONE, metaphone(word), Store.NO));
            Consonants.of(word).forEach(consonants -> document.add(new StringField(CONSONANTS, consonants, Store.NO)));
        });
        if (!isLatin) {
            addRomanised(document, identity, Stream.concat(own.stream(), others.stream()));
        }
        return document;
    }

    /** What is the same however the name is romanised. */
    private static void addRomanised(Document document, Identity identity, Stream<String> words) {
        var heard = HeardOtherwise.of(names(identity)).map(NameWords::of).flatMap(List::stream);
        var field = PlainLetters.leavesVowelsOut(names(identity)) ? WITHOUT_VOWELS : ROMANISED;
        Stream.concat(words, heard)
                .flatMap(word -> Consonants.of(word).stream())
                .distinct()
                .forEach(consonants -> document.add(new StringField(field, consonants, Store.NO)));
    }

    private static String birthYear(Birth born) {
        return Integer.toString(born.year());
    }

    /** Names whose words are also written as one, and words that are also written in full. */
    private static Stream<String> written(List<List<String>> names) {
        return names.stream().flatMap(name -> {
            var meant = name.stream()
                    .map(word -> NameWords.inFull(word).orElse(word))
                    .toList();
            return Stream.of(NameWords.runTogether(name), NameWords.runTogether(meant), meant)
                    .flatMap(List::stream);
        });
    }

    private static String names(Identity identity) {
        return Stream.of(
                        Stream.of(identity.familyName()),
                        Stream.ofNullable(identity.givenName()),
                        identity.aliases().stream(),
                        identity.earlierNames().stream())
                .flatMap(names -> names)
                .collect(Collectors.joining(" "));
    }

    /** Who was found. */
    static Found found(Document document) {
        var names = names(document);
        return new Found(
                UUID.fromString(document.get(ID)),
                document.get(UNIT),
                names.familyName(),
                names.givenName(),
                names.birthDate(),
                names.birthYear());
    }

    /** The key that the names were sealed under. */
    static KeyId key(Document document) {
        return KeyId.parse(document.get(KEY));
    }

    /** The names that were put in. */
    static Identity names(Document document) {
        var born = Optional.ofNullable(document.get(BIRTH)).map(Birth::ofIso);
        return new Identity(
                document.get(FAMILY_NAME),
                document.get(GIVEN_NAME),
                born.map(Birth::day).orElse(null),
                born.map(Birth::yearAlone).orElse(null),
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
}
