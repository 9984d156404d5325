package eu.lethe.bench.population;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Understands what comes along with a name that is pasted, or typed as on an envelope. */
enum Disguise {

    /** Up to three marks on a letter, as some scripts of Latin letters need and some programs leave behind. */
    STACKED_MARKS {
        @Override
        String of(String name, Random random) {
            return letterByLetter(
                    name,
                    0.4,
                    () -> {
                        var marks = new StringBuilder();
                        for (var many = 1 + random.nextInt(3); many > 0; many--) {
                            marks.append((char) (0x0300 + random.nextInt(0x60)));
                        }
                        return marks.toString();
                    },
                    random);
        }
    },

    /** Joiners, soft hyphens, marks of direction; spaces that do not break. */
    INVISIBLE {
        @Override
        String of(String name, Random random) {
            return letterByLetter(name.replace(' ', '\u00A0'), 0.3, () -> Names.any(UNSEEN, random), random);
        }
    },

    TITLE {
        @Override
        String of(String name, Random random) {
            return Names.any(TITLES, random) + " " + name;
        }
    };

    private static final List<String> UNSEEN =
            List.of("\u200B", "\u200C", "\u200D", "\u00AD", "\u2060", "\uFEFF", "\u200E", "\u202C", "\u180E", "\uFE0F");
    private static final List<String> TITLES =
            List.of("Mme", "M.", "Mlle", "Monsieur", "MADAME", "Mr", "Dr", "Docteur", "Me", "Mme veuve");

    private interface Addition {
        String one();
    }

    /** The name, disguised. */
    abstract String of(String name, Random random);

    private static String letterByLetter(String name, double often, Addition addition, Random random) {
        return name.codePoints()
                .mapToObj(letter -> Character.toString(letter)
                        + (Character.isLetter(letter) && random.nextDouble() < often ? addition.one() : ""))
                .collect(Collectors.joining());
    }
}
