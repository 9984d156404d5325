package eu.lethe.cases.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
 * Understands what somebody means who half remembers a name: each word typed is a word of the name, its beginning, a
 * misspelling of it or a word that sounds like it, in any order; a number of four digits is the year of birth. The closer a
 * word, the more it counts, and who matches more words, and has fewer besides, comes first.
 */
final class NameQuery {

    private static final Pattern YEAR = Pattern.compile("(1[89]|20)\\d\\d");
    private static final int MOST_WORDS = 8;

    private NameQuery() {}

    /** The query, or empty when nothing was typed that could be part of a name. */
    static Optional<Query> of(String text, String unit) {
        var words = NameWords.of(text).stream().limit(MOST_WORDS).toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var meant = new BooleanQuery.Builder();
        words.forEach(word -> meant.add(YEAR.matcher(word).matches() ? year(word) : name(word), Occur.SHOULD));
        // one word of three may be quite wrong
        meant.setMinimumNumberShouldMatch(words.size() < 3 ? words.size() : words.size() - 1);
        return Optional.of(new BooleanQuery.Builder()
                .add(meant.build(), Occur.MUST)
                .add(nothingElse(words), Occur.SHOULD)
                .add(new TermQuery(new Term(NameDocument.UNIT, unit)), Occur.FILTER)
                .build());
    }

    /** Who has no other names than those typed comes before who has more of them. */
    private static Query nothingElse(List<String> words) {
        var names = words.stream().filter(word -> !YEAR.matcher(word).matches()).count();
        return weighted(new TermQuery(new Term(NameDocument.WORDS, Long.toString(names))), 0.5f);
    }

    private static Query year(String year) {
        return weighted(new TermQuery(new Term(NameDocument.BIRTH_YEAR, year)), 8);
    }

    private static Query name(String word) {
        List<Query> ways = new ArrayList<>();
        ways.add(weighted(new TermQuery(new Term(NameDocument.WORD, word)), 10));
        ways.add(weighted(new TermQuery(new Term(NameDocument.OTHER_WORD, word)), 9));
        ways.add(weighted(new PrefixQuery(new Term(NameDocument.WORD, word)), 6));
        ways.add(weighted(new PrefixQuery(new Term(NameDocument.OTHER_WORD, word)), 5));
        if (word.length() > 2) {
            ways.add(weighted(new TermQuery(new Term(NameDocument.SOUND, FrenchSound.of(word))), 5));
            ways.add(weighted(new FuzzyQuery(new Term(NameDocument.WORD, word), 1), 5));
            ways.add(weighted(new FuzzyQuery(new Term(NameDocument.OTHER_WORD, word), 1), 4));
            ways.add(weighted(new TermQuery(new Term(NameDocument.METAPHONE, NameDocument.metaphone(word))), 2));
        }
        if (word.length() > 4) {
            ways.add(weighted(new FuzzyQuery(new Term(NameDocument.WORD, word), 2), 3));
            // a letter that is heard as another, in a word that is also spelt otherwise
            ways.add(weighted(new FuzzyQuery(new Term(NameDocument.SOUND, FrenchSound.of(word)), 1, 1), 2));
        }
        return new DisjunctionMaxQuery(ways, 0.1f);
    }

    private static Query weighted(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }
}
