package eu.lethe.cases.copy;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Understands what of a text is hidden: what any mask hides, and never less than whole characters as a reader sees them, since
 * half an accent or half a family of signs would tell what stood there.
 */
record Masking(String text, List<Range> ranges) {

    /** A passage that is hidden, and why. */
    record Range(int start, int end, SequencedSet<String> reasons) {

        private Range and(Range other) {
            var all = new LinkedHashSet<>(reasons);
            all.addAll(other.reasons);
            return new Range(start, Math.max(end, other.end), all);
        }
    }

    /** Only what was decided about this very wording hides anything. */
    static Masking of(String text, Collection<Decision> decisions) {
        var chosen = decisions.stream()
                .filter(decision -> decision.isAbout(text))
                .flatMap(decision -> decision.reason() == null
                        ? Stream.empty()
                        : Stream.of(new Range(
                                decision.start(), decision.end(), new LinkedHashSet<>(List.of(decision.reason())))))
                .toList();
        return new Masking(text, chosen.isEmpty() ? List.of() : joined(whole(text, chosen)));
    }

    /** The text, with what a reason is printed as in the place of each passage. */
    String printed(Function<SequencedSet<String>, String> words) {
        var printed = new StringBuilder();
        var from = 0;
        for (var range : ranges) {
            printed.append(text, from, range.start()).append(words.apply(range.reasons()));
            from = range.end();
        }
        return printed.append(text, from, text.length()).toString();
    }

    boolean hides(int start, int end) {
        return ranges.stream().anyMatch(range -> range.start() <= start && end <= range.end());
    }

    private static List<Range> whole(String text, List<Range> ranges) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return ranges.stream()
                .map(range -> new Range(
                        characters.isBoundary(range.start()) ? range.start() : characters.preceding(range.start()),
                        characters.isBoundary(range.end()) ? range.end() : characters.following(range.end()),
                        range.reasons()))
                .toList();
    }

    /** Those that lie over each other become one. */
    private static List<Range> joined(List<Range> ranges) {
        var joined = new ArrayList<Range>();
        ranges.stream().sorted(Comparator.comparingInt(Range::start)).forEach(range -> {
            if (!joined.isEmpty() && range.start() < joined.getLast().end()) {
                joined.add(joined.removeLast().and(range));
            } else {
                joined.add(range);
            }
        });
        return joined;
    }

    @Override
    public String toString() {
        return "Masking[" + ranges.size() + "]";
    }
}
