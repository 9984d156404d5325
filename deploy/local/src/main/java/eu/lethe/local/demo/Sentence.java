package eu.lethe.local.demo;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Understands one sentence of a narrative, before the person is known.
 *
 * @param codes of what the worker did, where the sentence says so
 */
record Sentence(List<String> codes, String words) {

    private static final Pattern LINE = Pattern.compile("(?<codes>(?:[PI]\\d\\d\\.\\d\\s*)*)\\|\\s*(?<words>.*)");

    static Sentence of(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("Not a sentence of the demo data: " + line);
        }
        var codes = parts.group("codes").strip();
        return new Sentence(codes.isEmpty() ? List.of() : Arrays.asList(codes.split("\\s+")), parts.group("words"));
    }

    /** Whether it speaks of a child, and so suits only a household that has one. */
    boolean speaksOfChild() {
        return words.contains("{enfant}");
    }

    /** Whether it says itself that the worker went to see the person. */
    boolean isVisit() {
        return codes.contains("I01.4");
    }

    /** A word list as sentences. */
    static List<Sentence> list(String resource) {
        return DemoText.lines(resource).stream().map(Sentence::of).toList();
    }
}
