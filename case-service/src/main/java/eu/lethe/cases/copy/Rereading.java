package eu.lethe.cases.copy;

import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.copy.CopyDecisions.Confirmed;
import eu.lethe.cases.copy.CopyDecisions.Decided;
import eu.lethe.cases.copy.CopyTexts.Passage;
import eu.lethe.cases.copy.Copying.Gathered;
import eu.lethe.cases.copy.RereadingView.ConfirmedView;
import eu.lethe.cases.copy.RereadingView.DecisionView;
import eu.lethe.cases.copy.RereadingView.PartView;
import eu.lethe.cases.copy.RereadingView.PartsView;
import eu.lethe.cases.copy.RereadingView.PassageView;
import eu.lethe.cases.copy.RereadingView.ProposalView;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.platform.document.DocumentWords;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Understands that nobody is handed a copy that nobody reread: what it says of others is masked or left, and somebody says of
 * exactly this copy that it may go out.
 */
@Component
class Rereading {

    private final Copying copying;
    private final CopyDecisions decisions;
    private final OthersNamed others;
    private final ReadablePersons readable;
    private final Duplicates duplicates;
    private final Opener opener;
    private final StaffDirectory staff;
    private final BusinessClock clock;

    Rereading(
            Copying copying,
            CopyDecisions decisions,
            OthersNamed others,
            ReadablePersons readable,
            Duplicates duplicates,
            Opener opener,
            StaffDirectory staff,
            BusinessClock clock) {
        this.copying = copying;
        this.decisions = decisions;
        this.others = others;
        this.readable = readable;
        this.duplicates = duplicates;
        this.opener = opener;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * All that was decided so far about a copy, or a part of it, as it stands.
     *
     * @param decided about the part
     * @param parts how far the rereading of each has come
     */
    private record Read(Gathered gathered, String written, List<Decided> decided, PartsReread parts) {

        List<UUID> decisionIds() {
            return decided.stream().map(Decided::decisionId).toList();
        }

        Optional<Confirmed> confirmed() {
            return parts.confirmed(gathered.part());
        }

        /** Whether what was confirmed is what stands there. */
        boolean isConfirmed() {
            return confirmed()
                    .filter(last -> CopyState.holds(last.state(), written, decisionIds()))
                    .isPresent();
        }

        Map<String, List<Decided>> byPlace() {
            return decided.stream()
                    .collect(Collectors.groupingBy(one -> one.decision().place()));
        }
    }

    /** The copy as it would be handed over, or a part of it, for whoever rereads it; an exceptional access is not enough. */
    RereadingView preview(UUID personId, PartAsked part, Caller caller, String bearer, Locale reader) {
        readable.requireOwn(personId, caller);
        var read = read(personId, part::orFirst, caller, bearer, reader, "rereading");
        return new RereadingView(
                read.written(),
                read.decisionIds(),
                read.confirmed().map(last -> view(last, read.isConfirmed())).orElse(null),
                read.gathered().division().isInSeveral() ? parts(read) : null,
                passages(read, caller));
    }

    private PartsView parts(Read read) {
        var division = read.gathered().division();
        var own = read.gathered().part();
        return new PartsView(
                division.id(),
                own.number(),
                division.parts().stream()
                        .map(part -> new PartView(
                                part.number(),
                                part.from(),
                                part.to(),
                                part.contacts().size(),
                                read.parts()
                                        .confirmed(part)
                                        .map(last -> view(
                                                last,
                                                part.number() == own.number()
                                                        ? read.isConfirmed()
                                                        : read.parts().isReread(part)))
                                        .orElse(null)))
                        .toList());
    }

    private ConfirmedView view(Confirmed confirmed, boolean isCurrent) {
        return new ConfirmedView(staff.named(confirmed.by()), confirmed.at(), isCurrent);
    }

    /** Keeps a decision. Nothing is opened for it: whether it fits the text is seen when the text is read. */
    void decide(UUID personId, UUID decisionId, Decision decision, Caller caller) {
        readable.requireOwn(personId, caller);
        duplicates.requireNotMerged(personId);
        decisions.keep(personId, decisionId, decision, caller.staffId());
    }

    /** Takes a decision back. */
    void takeBack(UUID personId, UUID decisionId, Caller caller) {
        readable.requireOwn(personId, caller);
        duplicates.requireNotMerged(personId);
        decisions.takeBack(duplicates.records(personId), decisionId);
    }

    /**
     * Confirms that the copy, or a part of it, was reread.
     *
     * @param state of what was reread, and all decisions about it, as the rereader saw them
     * @throws Problem 409 {@code copy-changed} when either is another by now, {@code copy-unsettled} while something is open;
     *     see also {@link Division#require}
     */
    ConfirmedView confirm(
            UUID personId,
            PartAsked part,
            String state,
            Collection<UUID> seen,
            Caller caller,
            String bearer,
            Locale reader) {
        readable.requireOwn(personId, caller);
        var read = read(personId, part::in, caller, bearer, reader, "reread");
        if (!read.written().equals(state) || !new HashSet<>(seen).equals(new HashSet<>(read.decisionIds()))) {
            throw Problem.of(HttpStatus.CONFLICT, "copy-changed");
        }
        if (passages(read, caller).stream()
                .anyMatch(passage ->
                        !passage.stale().isEmpty() || !passage.proposals().isEmpty())) {
            throw Problem.of(HttpStatus.CONFLICT, "copy-unsettled");
        }
        decisions.confirm(
                personId,
                read.gathered().division(),
                read.gathered().part().key(),
                CopyState.confirmed(read.written(), read.decisionIds()),
                caller.staffId());
        return new ConfirmedView(staff.named(caller.staffId()), clock.now(), true);
    }

    /**
     * The copy for the person, or a part of it, as it was reread; an exceptional access is not enough. No part is handed over
     * before all are reread.
     *
     * @throws Problem 403; 409 {@code copy-not-reread}, {@code copy-changed}, {@code copy-parts-not-reread}; see also
     *     {@link Division#require}
     */
    PersonalCopy handedOver(UUID personId, PartAsked part, Caller caller, String bearer, Locale reader) {
        readable.requireOwn(personId, caller);
        var read = read(personId, part::in, caller, bearer, reader, "export");
        var confirmed = read.confirmed().orElseThrow(() -> Problem.of(HttpStatus.CONFLICT, "copy-not-reread"));
        if (!read.isConfirmed()) {
            throw Problem.of(HttpStatus.CONFLICT, "copy-changed");
        }
        if (!read.parts().areOthersReread(read.gathered().part())) {
            throw Problem.of(HttpStatus.CONFLICT, "copy-parts-not-reread");
        }
        return masked(read.gathered().copy(), read.byPlace(), confirmed, DocumentWords.of("messages.copy", reader));
    }

    private PersonalCopy masked(
            PersonalCopy copy, Map<String, List<Decided>> decided, Confirmed confirmed, DocumentWords words) {
        var reasons = new TreeMap<String, Integer>();
        var masked = CopyTexts.printed(copy, (place, _, text) -> {
            var masking = Masking.of(text, decisions(decided, place));
            masking.ranges().forEach(range -> reasons.merge(range.reasons().getFirst(), 1, Integer::sum));
            return masking.printed(why -> marker(why, words));
        });
        return masked.reread(new PersonalCopy.Reread(
                clock.dayOf(confirmed.at()),
                staff.nameOf(confirmed.by()).orElse(null),
                reasons.values().stream().mapToInt(Integer::intValue).sum(),
                reasons.keySet().stream().toList()));
    }

    private static String marker(SequencedSet<String> reasons, DocumentWords words) {
        return words.word("masked")
                .formatted(reasons.stream()
                        .map(reason -> words.word("masked." + reason))
                        .collect(Collectors.joining(", ")));
    }

    private Read read(
            UUID personId,
            Function<Division, Division.Part> part,
            Caller caller,
            String bearer,
            Locale reader,
            String reason) {
        var gathered = copying.of(personId, part, caller, bearer, reader, reason);
        var reading = opener.reading(gathered.admission());
        var parts = new PartsReread(
                gathered.division(), decisions.of(gathered.records(), reading), decisions.confirmed(personId, reading));
        return new Read(gathered, CopyState.of(gathered.copy()), parts.decidedIn(gathered.part()), parts);
    }

    private List<PassageView> passages(Read read, Caller caller) {
        var decided = read.byPlace();
        var looked = others.in(read.gathered(), caller);
        return CopyTexts.in(read.gathered().copy()).stream()
                .map(passage -> view(
                        passage,
                        decided.getOrDefault(passage.place(), List.of()),
                        Mentions.in(passage.text(), looked.in(passage.place()))))
                .toList();
    }

    private PassageView view(Passage passage, List<Decided> decided, List<Mentions.Mention> mentions) {
        var sound = decided.stream()
                .filter(one -> one.decision().isAbout(passage.text()))
                .toList();
        var masking =
                Masking.of(passage.text(), sound.stream().map(Decided::decision).toList());
        var left = sound.stream().filter(one -> !one.decision().masks()).toList();
        return new PassageView(
                passage.place(),
                passage.entry().kind(),
                passage.entry().recordId(),
                passage.entry().date(),
                passage.entry().author(),
                passage.text(),
                Decision.digestOf(passage.text()),
                views(sound.stream().filter(one -> one.decision().masks()).toList()),
                views(left),
                views(decided.stream().filter(one -> !sound.contains(one)).toList()),
                mentions.stream()
                        .filter(mention -> !masking.hides(mention.start(), mention.end())
                                && left.stream().noneMatch(one -> covers(one.decision(), mention)))
                        .map(mention -> new ProposalView(mention.start(), mention.end(), mention.kind()))
                        .toList());
    }

    private static boolean covers(Decision left, Mentions.Mention mention) {
        return left.start() <= mention.start() && mention.end() <= left.end();
    }

    private List<DecisionView> views(List<Decided> decided) {
        return decided.stream()
                .map(one -> new DecisionView(
                        one.decisionId(),
                        one.decision().start(),
                        one.decision().end(),
                        one.decision().reason(),
                        one.decision().words(),
                        staff.named(one.by()),
                        one.at()))
                .toList();
    }

    private static List<Decision> decisions(Map<String, List<Decided>> decided, String place) {
        return decided.getOrDefault(place, List.of()).stream()
                .map(Decided::decision)
                .toList();
    }
}
