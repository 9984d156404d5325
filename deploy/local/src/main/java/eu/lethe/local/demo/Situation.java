package eu.lethe.local.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Understands one kind of situation that brings people to the social service, and how it usually goes.
 *
 * @param share how often, relative to the others
 * @param womanOnly where the sentences speak of a woman
 */
record Situation(
        String name,
        int share,
        int youngest,
        int oldest,
        List<String> households,
        boolean womanOnly,
        List<String> problems,
        List<Sentence> first,
        List<Sentence> course,
        List<Sentence> last) {

    static List<Situation> all() {
        return Stream.of(
                        "rsa",
                        "loyers",
                        "expulsion",
                        "surendettement",
                        "violences",
                        "aidants",
                        "enfance",
                        "protection-enfance",
                        "grand-age",
                        "handicap",
                        "acces-droits",
                        "hebergement",
                        "energie",
                        "sante",
                        "separation",
                        "langue")
                .map(name -> read(name, DemoText.lines("situations/%s.txt".formatted(name))))
                .toList();
    }

    boolean suits(String household, int age, boolean woman) {
        return households.contains(household) && age >= youngest && age <= oldest && (woman || !womanOnly);
    }

    /** The same for a household without children. */
    Situation withoutChildren() {
        return new Situation(
                name,
                share,
                youngest,
                oldest,
                households,
                womanOnly,
                problems,
                adult(first),
                adult(course),
                adult(last));
    }

    private static List<Sentence> adult(List<Sentence> sentences) {
        return sentences.stream().filter(it -> !it.speaksOfChild()).toList();
    }

    private static Situation read(String name, List<String> lines) {
        var head = new HashMap<String, String>();
        var parts = new HashMap<String, List<Sentence>>();
        var part = "";
        for (var line : lines) {
            if (line.startsWith("[") && line.endsWith("]")) {
                part = line.substring(1, line.length() - 1);
            } else if (part.isEmpty()) {
                var space = line.indexOf(' ');
                head.put(line.substring(0, space), line.substring(space + 1));
            } else {
                parts.computeIfAbsent(part, it -> new ArrayList<>()).add(Sentence.of(line));
            }
        }
        var ages = value(head, "ages").split("-", 2);
        return new Situation(
                name,
                Integer.parseInt(value(head, "share")),
                Integer.parseInt(ages[0]),
                Integer.parseInt(ages[1]),
                Arrays.asList(value(head, "households").split(" ")),
                head.getOrDefault("gender", "").equals("f"),
                Arrays.asList(value(head, "problems").split(" ")),
                value(parts, "first"),
                value(parts, "course"),
                value(parts, "last"));
    }

    private static <T> T value(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), () -> "a situation of the demo data lacks " + key);
    }
}
