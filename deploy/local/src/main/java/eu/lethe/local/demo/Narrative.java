package eu.lethe.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands what a worker would write, contact after contact: how it began, how it went on without saying the same twice in
 * a row, and how it ended. Codes come afterwards and not always, as in life.
 */
final class Narrative {

    private static final List<Sentence> MANNERS = Sentence.list("manners.txt");
    private static final List<Sentence> COMMON = Sentence.list("common.txt");
    private static final List<Sentence> CALLS = Sentence.list("calls.txt");
    private static final List<Sentence> BY_TELEPHONE = Sentence.list("by-telephone.txt");
    private static final List<Sentence> ABSENCES = Sentence.list("absences.txt");
    private static final List<String> PLANS = DemoText.lines("plans.txt");
    private static final Sentence SILENT = new Sentence(List.of(), "");
    private static final int LONG = 12;
    private static final int MONTHS_UNTIL_CLOSED = 4;

    private final Wording wording;
    private final Chance chance;
    private final Map<List<Sentence>, Deck<Sentence>> decks = new HashMap<>();

    Narrative(Wording wording, Chance chance) {
        this.wording = wording;
        this.chance = chance;
    }

    /** One contact for each day; a long support turns to a second subject half-way. */
    List<DemoPerson.Contact> of(List<LocalDate> days, Situation began, Situation turned, LocalDate today) {
        var contacts = new ArrayList<DemoPerson.Contact>();
        var turn = days.size() >= LONG && !began.name().equals(turned.name()) ? days.size() / 2 : days.size();
        var closed = days.size() > 2 && days.getLast().isBefore(today.minusMonths(MONTHS_UNTIL_CLOSED));
        for (var i = 0; i < days.size(); i++) {
            var situation = i < turn ? began : turned;
            var day = days.get(i);
            if (i == 0 || i == turn) {
                contacts.add(opening(day, situation, days.size() > 1));
            } else if (closed && i == days.size() - 1) {
                contacts.add(written(
                        day, "office", chance.oneOf(MANNERS), List.of(), false, chance.oneOf(situation.last())));
            } else {
                contacts.add(following(day, situation));
            }
        }
        return contacts;
    }

    private DemoPerson.Contact opening(LocalDate day, Situation situation, boolean goesOn) {
        var problems =
                situation.problems().subList(0, Math.min(situation.problems().size(), chance.between(1, 2)));
        return written(day, "office", chance.oneOf(MANNERS), problems, goesOn, chance.oneOf(situation.first()));
    }

    private DemoPerson.Contact following(LocalDate day, Situation situation) {
        var kind = chance.between(1, 100);
        if (kind <= 5) {
            return written(day, null, SILENT, List.of(), false, next(ABSENCES));
        }
        if (kind <= 20) {
            return written(day, "phone", chance.oneOf(CALLS), List.of(), false, next(BY_TELEPHONE));
        }
        return kind <= 55
                ? written(day, "office", chance.oneOf(MANNERS), List.of(), true, next(situation.course()), next(COMMON))
                : written(day, "office", chance.oneOf(MANNERS), List.of(), true, next(situation.course()));
    }

    private DemoPerson.Contact written(
            LocalDate day,
            @Nullable String means,
            Sentence manner,
            List<String> problems,
            boolean goesOn,
            Sentence... sentences) {
        var words = new ArrayList<String>();
        var codes = new LinkedHashSet<>(problems);
        if (!sentences[0].isVisit()) {
            words.add(wording.of(manner.words(), day));
            codes.addAll(manner.codes());
        }
        for (var sentence : sentences) {
            words.add(wording.of(sentence.words(), day));
            codes.addAll(sentence.codes());
        }
        if (goesOn && chance.percent(35)) {
            words.add(wording.of(chance.oneOf(PLANS), day));
        }
        words.removeIf(String::isEmpty);
        return new DemoPerson.Contact(
                day, String.join(" ", words), coded(codes), sentences[0].isVisit() ? "visit" : means);
    }

    private List<String> coded(Set<String> codes) {
        return chance.percent(80) ? List.copyOf(codes) : List.of();
    }

    private Sentence next(List<Sentence> all) {
        return decks.computeIfAbsent(all, it -> new Deck<>(it, chance)).draw();
    }
}
