package eu.lethe.cases.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Understands the words of a name, or of what somebody types to find it: in plain letters, without hyphens or apostrophes,
 * and which of them are often run together, written short or left out.
 */
final class NameWords {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, String> WRITTEN_SHORT =
            Map.of("st", "saint", "ste", "sainte", "sts", "saints", "stes", "saintes");

    /** What comes before a name without being part of it, and what says which of two names it is. */
    private static final Set<String> TITLES = Set.of(
            ("m mr mme mmes mlle mlles melle monsieur madame mademoiselle dr drs docteur me maitre pr prof professeur "
                            + "veuve vve epouse ep epx nee ne dit dite alias mrs ms miss mister doctor born aka")
                    .split(" "));

    /** What comes before a name, as a part of it that many leave out. */
    private static final Set<String> PARTICLES = Set.of(
            ("d l de du des da das do dos di del della der den van von vom zu ter ten te la le les lo el al ul ad ed "
                            + "ez es et as ash ar an y e i ould oulad ait bint ibn abu abou af av zum zur")
                    .split(" "));

    private static final int MOST_RUN_TOGETHER = 4;

    private NameWords() {}

    /** The words, in their order. */
    static List<String> of(String text) {
        return BETWEEN_WORDS
                .splitAsStream(PlainLetters.of(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The word that is meant when this one is written short, be it alone or at the beginning of another. */
    static Optional<String> inFull(String word) {
        return WRITTEN_SHORT.containsKey(word)
                ? Optional.of(WRITTEN_SHORT.get(word))
                : word.length() > 5 && word.startsWith("st")
                        ? Optional.of("saint" + word.substring(2))
                        : Optional.empty();
    }

    /** Whether a title, which no name has to have. */
    static boolean isTitle(String word) {
        return TITLES.contains(word);
    }

    /** Whether a particle, with or without which a name is the same. */
    static boolean isParticle(String word) {
        return PARTICLES.contains(word);
    }

    /** Words that follow each other in a name, written as one. */
    static List<String> runTogether(List<String> words) {
        var together = new ArrayList<String>();
        for (var from = 0; from < words.size() - 1; from++) {
            for (var to = from + 2; to <= Math.min(words.size(), from + MOST_RUN_TOGETHER); to++) {
                together.add(String.join("", words.subList(from, to)));
            }
        }
        return together;
    }

    /** How many words a name has, particles and titles aside; all of them where it has no others. */
    static int weight(List<String> words) {
        var names = (int) IntStream.range(0, words.size())
                .filter(place -> !isParticle(words.get(place)) && !isTitle(words.get(place)))
                .count();
        return names == 0 ? words.size() : names;
    }
}
