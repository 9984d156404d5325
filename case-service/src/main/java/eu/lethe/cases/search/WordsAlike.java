package eu.lethe.cases.search;

import java.util.Collections;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** Understands whether two words may be one word of a name, by the ways in which {@link NameQuery} finds one by the other in full. */
final class WordsAlike {

    private static final int LONG = 4;

    private WordsAlike() {}

    static boolean are(String typed, String word) {
        return areTheSame(typed, word)
                || (typed.length() > 2 && (soundAlike(typed, word) || isMisspelt(typed, word)))
                || !Collections.disjoint(Consonants.of(typed), Consonants.of(word));
    }

    /** Whether they are one word, be it written short. */
    static boolean areTheSame(String typed, String word) {
        return typed.equals(word)
                || NameWords.inFull(typed)
                        .orElse(typed)
                        .equals(NameWords.inFull(word).orElse(word));
    }

    private static boolean soundAlike(String typed, String word) {
        var heard = FrenchSound.of(typed);
        var sound = FrenchSound.of(word);
        return heard.equals(sound) || (typed.length() > LONG && isWithin(1, heard, sound));
    }

    private static boolean isMisspelt(String typed, String word) {
        return isWithin(typed.length() > LONG ? 2 : 1, typed, word);
    }

    private static boolean isWithin(int slips, String typed, String word) {
        return Operations.run(new LevenshteinAutomata(typed, true).toAutomaton(slips), word);
    }
}
