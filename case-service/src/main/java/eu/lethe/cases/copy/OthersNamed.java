package eu.lethe.cases.copy;

import eu.lethe.cases.contact.MentionedPersons;
import eu.lethe.cases.copy.Copying.Gathered;
import eu.lethe.cases.copy.Mentions.Known;
import eu.lethe.cases.household.OwnMemberships;
import eu.lethe.cases.reported.InformantsForTheRereading;
import eu.lethe.platform.security.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands of whom a copy may speak, as far as that is known: who lives or lived with the person, whom contacts mention, who
 * reported something. Only those whom the rereader may read about themselves are looked for by name.
 */
@Component
class OthersNamed {

    /** A bound for what is looked for in each text. */
    private static final int MOST = 2_000;

    private static final int SHORTEST_WORD = 3;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Titles and particles: they stand beside any name, and in any text. */
    private static final Set<String> TELLING_OF_NOBODY = Set.of(
            ("mme mlle mrs miss docteur madame monsieur mademoiselle nee dit dite des del della der den van von les "
                            + "las los dos das ter ten zum zur bin ibn abu abou ait")
                    .split(" "));

    /** How people write what kind of source somebody is; the kinds that no usual word betrays have none. */
    private static final Map<String, List<String>> KINDS = Map.of(
            "neighbour",
            List.of("voisin", "voisine", "voisins", "voisines", "voisinage", "neighbour", "neighbours", "neighbor"),
            "relative",
            List.of(
                    "proche",
                    "proches",
                    "famille",
                    "parent",
                    "parents",
                    "mère",
                    "père",
                    "frère",
                    "sœur",
                    "soeur",
                    "oncle",
                    "tante",
                    "cousin",
                    "cousine",
                    "grand-mère",
                    "grand-père",
                    "relative",
                    "family",
                    "mother",
                    "father",
                    "brother",
                    "sister",
                    "uncle",
                    "aunt"),
            "school",
            List.of(
                    "école",
                    "collège",
                    "lycée",
                    "enseignant",
                    "enseignante",
                    "instituteur",
                    "institutrice",
                    "maître",
                    "maîtresse",
                    "professeur",
                    "school",
                    "teacher"),
            "doctor",
            List.of("médecin", "docteur", "pédiatre", "infirmier", "infirmière", "hôpital", "doctor", "nurse"),
            "police",
            List.of("police", "policier", "policière", "gendarme", "gendarmes", "gendarmerie", "commissariat"),
            "anonymous",
            List.of("anonyme", "anonymous"));

    private final OwnMemberships households;
    private final MentionedPersons persons;
    private final InformantsForTheRereading informants;

    OthersNamed(OwnMemberships households, MentionedPersons persons, InformantsForTheRereading informants) {
        this.households = households;
        this.persons = persons;
        this.informants = informants;
    }

    /** What is looked for: in every text, and beside that in single places. */
    record Looked(List<Known> everywhere, Map<String, List<Known>> at) {

        List<Known> in(String place) {
            var here = at.get(place);
            return here == null
                    ? everywhere
                    : Stream.concat(everywhere.stream(), here.stream()).toList();
        }

        @Override
        public String toString() {
            return "Looked[…]";
        }
    }

    /** What to look for in a copy. */
    Looked in(Gathered gathered, Caller rereader) {
        var everywhere = new LinkedHashSet<Known>();
        var own = own(gathered.copy());
        // who reported something has most to fear, and comes first where there is a bound
        var sources = informants.of(gathered.fileIds(), gathered.admission());
        var at = new HashMap<String, List<Known>>();
        for (var source : sources) {
            if (source.name() != null) {
                written(source.name(), own, "source", everywhere);
            }
            at.put(
                    CopyTexts.reportedPlace(source.informationId()),
                    KINDS.getOrDefault(source.kind(), List.of()).stream()
                            .map(word -> new Known("source-kind", word))
                            .toList());
        }
        var members = households.others(gathered.records());
        named(members, gathered, rereader, own, "household", everywhere);
        named(gathered.division().mentioned(), gathered, rereader, own, "mentioned", everywhere);
        return new Looked(everywhere.stream().limit(MOST).toList(), at);
    }

    private void named(
            Collection<UUID> others,
            Gathered gathered,
            Caller rereader,
            Set<String> own,
            String kind,
            Set<Known> known) {
        var asked = others.stream()
                .filter(other -> !gathered.records().contains(other))
                .distinct()
                .limit(MOST)
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        persons.calledTo(rereader, asked).forEach(called -> {
            var name = called.name();
            var given = name.givenName();
            if (given != null) {
                known.add(new Known(kind, given + " " + name.familyName()));
                known.add(new Known(kind, name.familyName() + " " + given));
                words(given, own, kind, known);
            }
            words(name.familyName(), own, kind, known);
            called.others().forEach(other -> words(other, own, kind, known));
        });
    }

    /** What somebody wrote down of who it was: names among other words, which have no capital. */
    private static void written(String source, Set<String> own, String kind, Set<Known> known) {
        var names = BETWEEN_WORDS
                .splitAsStream(source)
                .filter(word -> !word.isEmpty() && !Character.isLowerCase(word.codePointAt(0)))
                .toList();
        if (names.isEmpty()) {
            words(source, own, kind, known);
        } else {
            add(Stream.concat(Stream.of(source.strip()), names.stream().filter(OthersNamed::tells)), own, kind, known);
        }
    }

    /** A name as a whole, and each of its words. */
    private static void words(String name, Set<String> own, String kind, Set<Known> known) {
        add(
                Stream.concat(
                        Stream.of(name.strip()),
                        BETWEEN_WORDS.splitAsStream(name).filter(OthersNamed::tells)),
                own,
                kind,
                known);
    }

    private static boolean tells(String word) {
        return word.codePointCount(0, word.length()) >= SHORTEST_WORD
                && !TELLING_OF_NOBODY.contains(Mentions.plain(word));
    }

    private static void add(Stream<String> words, Set<String> own, String kind, Set<Known> known) {
        words.filter(word -> word.length() > 1 && !own.contains(Mentions.plain(word)))
                .map(word -> new Known(kind, word))
                .forEach(known::add);
    }

    /** What the person is called themselves tells of nobody else. */
    private static Set<String> own(PersonalCopy copy) {
        var own = new HashSet<String>();
        Stream.concat(Stream.of(copy.person()), copy.otherRecords().stream()).forEach(record -> {
            var names = new ArrayList<@Nullable String>();
            names.add(record.familyName());
            names.add(record.givenName());
            names.addAll(record.aliases());
            names.addAll(record.earlierNames());
            for (var name : names) {
                if (name != null) {
                    own.add(Mentions.plain(name));
                    BETWEEN_WORDS.splitAsStream(name).map(Mentions::plain).forEach(own::add);
                }
            }
        });
        return own;
    }
}
