package eu.lethe.cases.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Understands what somebody means who half remembers a name: each word typed, or several written as one, is a word of the
 * name, its beginning, a misspelling of it or a word that sounds like it, in any order. The closer a word, the more it
 * counts, and who matches more words, and has fewer besides, comes first.
 */
final class NameQuery {

    private static final float TIE = 0.1f;
    private static final int MOST_RUN_TOGETHER = 3;
    private static final int LONG = 4;

    private final TypedName typed;
    private final boolean inFull;
    private final UnaryOperator<Query> prepared;

    private NameQuery(TypedName typed, boolean inFull, UnaryOperator<Query> prepared) {
        this.typed = typed;
        this.inFull = inFull;
        this.prepared = prepared;
    }

    /** The names that were typed, each of them and none by its beginning; when the person was born is asked elsewhere. */
    static Query inFull(TypedName typed, UnaryOperator<Query> prepared) {
        return new NameQuery(typed, true, prepared).meant();
    }

    /**
     * The query, or empty when nothing was typed that could be part of a name.
     *
     * @param prepared a query that stands in several places is looked up in the index once
     */
    static Optional<Query> of(String text, String unit, UnaryOperator<Query> prepared) {
        var typed = TypedName.of(text);
        return typed.isEmpty()
                ? Optional.empty()
                : Optional.of(new BooleanQuery.Builder()
                        .add(new NameQuery(typed, false, prepared).meant(), Occur.MUST)
                        .add(new TermQuery(new Term(NameDocument.UNIT, unit)), Occur.FILTER)
                        .build());
    }

    private Query meant() {
        var needed = new BooleanQuery.Builder();
        var besides = new BooleanQuery.Builder();
        var clauses = clauses();
        var many = 0;
        for (var place = 0; place < clauses.size(); place++) {
            if (typed.optional().contains(typed.words().get(place))) {
                besides.add(clauses.get(place), Occur.SHOULD);
            } else {
                needed.add(clauses.get(place), Occur.SHOULD);
                many++;
            }
        }
        if (typed.saysBirth() && !inFull) {
            needed.add(birth(), Occur.SHOULD);
            many++;
        }
        // one word of three may be quite wrong
        needed.setMinimumNumberShouldMatch(inFull || many < 3 ? many : many - 1);
        return besides.add(needed.build(), Occur.MUST)
                .add(nothingElse(), Occur.SHOULD)
                .build();
    }

    /** One for each word: it, or those beside it and it as one. */
    private List<Query> clauses() {
        var words = typed.words();
        var ways = words.stream().map(this::word).toList();
        for (var from = 0; from < words.size(); from++) {
            for (var to = from + 2; to <= Math.min(words.size(), from + MOST_RUN_TOGETHER); to++) {
                var asOne = prepared.apply(runTogether(String.join("", words.subList(from, to))));
                ways.subList(from, to).forEach(way -> way.add(asOne));
            }
        }
        return ways.stream()
                .<Query>map(way -> new DisjunctionMaxQuery(way, TIE))
                .toList();
    }

    /** Who has no other names than those typed comes before who has more of them. */
    private Query nothingElse() {
        return exact(NameDocument.WORDS, Integer.toString(NameWords.weight(typed.words())), 1.5f);
    }

    /**
     * The day, the day and month the wrong way round, the year where no more is known, or another day of that year; whose birth is
     * not known may be meant as well.
     */
    private Query birth() {
        var ways = new ArrayList<Query>();
        typed.birthDates().forEach(day -> {
            var year = Integer.toString(day.getYear());
            ways.add(exact(NameDocument.BIRTH, day.toString(), 16));
            NearPersons.turned(day).ifPresent(turned -> ways.add(exact(NameDocument.BIRTH, turned.toString(), 10)));
            ways.add(exact(NameDocument.BIRTH, year, 8));
            ways.add(exact(NameDocument.BIRTH_YEAR, year, 6));
        });
        typed.birthYears().forEach(year -> ways.add(exact(NameDocument.BIRTH_YEAR, Integer.toString(year), 8)));
        if (!typed.words().isEmpty()) {
            ways.add(exact(NameDocument.BIRTH_YEAR, NameDocument.UNKNOWN, 1));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private List<Query> word(String word) {
        var ways = new ArrayList<Query>();
        ways.add(exact(NameDocument.WORD, word, 10));
        ways.add(exact(NameDocument.OTHER_WORD, word, 9));
        if (!inFull) {
            ways.add(beginning(NameDocument.WORD, word, 6));
            ways.add(beginning(NameDocument.OTHER_WORD, word, 5));
        }
        NameWords.inFull(word)
                .ifPresent(meant -> Stream.of(NameDocument.WORD, NameDocument.OTHER_WORD)
                        .forEach(field -> ways.add(exact(field, meant, 9))));
        if (word.length() > 2) {
            ways.add(exact(NameDocument.SOUND, FrenchSound.of(word), 5));
            ways.add(misspelt(NameDocument.WORD, word, 1, 0, 5));
            ways.add(misspelt(NameDocument.OTHER_WORD, word, 1, 0, 4));
            if (!inFull) {
                // four letters at most: of a longer word it is the beginning
                ways.add(exact(NameDocument.METAPHONE, NameDocument.metaphone(word), 2));
            }
        }
        if (word.length() > LONG) {
            ways.add(misspelt(NameDocument.WORD, word, 2, 0, 3));
            // a letter that is heard as another, in a word that is also spelt otherwise
            ways.add(misspelt(NameDocument.SOUND, FrenchSound.of(word), 1, 1, 2));
        }
        var consonants = typed.withoutVowels() ? NameDocument.CONSONANTS : NameDocument.WITHOUT_VOWELS;
        Consonants.of(word).forEach(written -> {
            ways.add(exact(consonants, written, 9));
            if (written.length() > 2) {
                ways.add(exact(NameDocument.ROMANISED, written, 3));
            }
        });
        return ways;
    }

    private Query runTogether(String words) {
        var ways = new ArrayList<Query>();
        ways.add(exact(NameDocument.WORD, words, 9));
        ways.add(exact(NameDocument.OTHER_WORD, words, 8));
        NameWords.inFull(words).ifPresent(meant -> ways.add(exact(NameDocument.OTHER_WORD, meant, 8)));
        if (words.length() > LONG) {
            if (!inFull) {
                ways.add(beginning(NameDocument.WORD, words, 6));
            }
            ways.add(exact(NameDocument.SOUND, FrenchSound.of(words), 4));
            ways.add(misspelt(NameDocument.WORD, words, 1, 1, 4));
        }
        return new DisjunctionMaxQuery(ways, TIE);
    }

    private static Query exact(String field, String text, float weight) {
        return weighted(new TermQuery(new Term(field, text)), weight);
    }

    private static Query beginning(String field, String text, float weight) {
        return weighted(new PrefixQuery(new Term(field, text)), weight);
    }

    private static Query misspelt(String field, String text, int slips, int sure, float weight) {
        return weighted(new FuzzyQuery(new Term(field, text), slips, sure), weight);
    }

    private static Query weighted(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }
}
