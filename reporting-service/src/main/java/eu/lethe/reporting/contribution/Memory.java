package eu.lethe.reporting.contribution;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Understands what is remembered of one person within one compartment, as far as it was looked at, and what of it has changed since:
 * for each contact its part, for each year a tally of all its contacts.
 */
final class Memory {

    /**
     * A piece in its place.
     *
     * @param stored as it lies there
     */
    record Held(UUID place, Optional<Piece> stored) {}

    /** What becomes of a place. */
    record Change(UUID place, Optional<Piece> before, Optional<Piece> after) {}

    private final Function<String, Held> reading;
    private final boolean somethingIsStored;
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final Map<String, Piece> now = new LinkedHashMap<>();
    private final Set<Contribution> had = new HashSet<>();

    /**
     * @param reading gives a piece that was not looked at yet
     * @param somethingIsStored whether there is any; if not, no key is asked for to look for one
     */
    Memory(Function<String, Held> reading, boolean somethingIsStored) {
        this.reading = reading;
        this.somethingIsStored = somethingIsStored;
    }

    /** Whether any contact was ever counted for the person. */
    boolean knowsAny() {
        return somethingIsStored || !now.isEmpty();
    }

    boolean hasLookedAt(String name) {
        return held.containsKey(name);
    }

    /** Remembers what a piece was found to be. */
    void lookAt(String name, Held found) {
        if (held.putIfAbsent(name, found) == null) {
            found.stored().ifPresent(piece -> {
                now.put(name, piece);
                if (piece instanceof Tally tally) {
                    had.addAll(tally.contributed());
                }
            });
        }
    }

    /** Remembers what was counted long ago and was sealed as a whole: it is in the figures, and its pieces lie nowhere yet. */
    void carryOver(ContributionSet whole) {
        whole.parts().forEach(this::enter);
        had.addAll(whole.contributed());
    }

    /** What a contact added. */
    Optional<Part> by(UUID contactId) {
        var name = Piece.ofContact(contactId);
        return somethingIsStored || held.containsKey(name) ? at(name, Part.class) : Optional.empty();
    }

    /** Puts a contact's part in the place of what that contact had added before; whether it is another. */
    boolean enter(Part part) {
        var before = at(part.name(), Part.class);
        if (before.filter(part::equals).isPresent()) {
            return false;
        }
        part.contributions().forEach(one -> put(tallyOf(one).with(one)));
        before.ifPresent(this::supportNoLonger);
        now.put(part.name(), part);
        return true;
    }

    /** As if there were no such contact; whether there was. */
    boolean takeBack(UUID contactId) {
        var before = by(contactId);
        before.ifPresent(part -> {
            supportNoLonger(part);
            now.remove(part.name());
        });
        return before.isPresent();
    }

    /** What the person adds that they did not add before. */
    Set<Contribution> gained() {
        return without(has(), had);
    }

    /** What the person adds no longer. */
    Set<Contribution> lost() {
        return without(had, has());
    }

    /** What has to be written so that it is remembered. */
    List<Change> changes() {
        return held.entrySet().stream()
                .map(entry -> new Change(
                        entry.getValue().place(),
                        entry.getValue().stored(),
                        Optional.ofNullable(now.get(entry.getKey()))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    boolean isChanged() {
        return !changes().isEmpty();
    }

    private Set<Contribution> has() {
        return now.values().stream()
                .filter(Tally.class::isInstance)
                .flatMap(tally -> ((Tally) tally).contributed().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Contribution> without(Set<Contribution> these, Set<Contribution> those) {
        return these.stream().filter(one -> !those.contains(one)).collect(Collectors.toUnmodifiableSet());
    }

    private void supportNoLonger(Part gone) {
        gone.contributions().forEach(one -> put(tallyOf(one).without(one)));
    }

    private Tally tallyOf(Contribution one) {
        return at(Piece.ofYear(one.year()), Tally.class).orElseGet(() -> Tally.nothingIn(one.year()));
    }

    private void put(Tally tally) {
        if (tally.supported().isEmpty()) {
            now.remove(tally.name());
        } else {
            now.put(tally.name(), tally);
        }
    }

    private <P extends Piece> Optional<P> at(String name, Class<P> sort) {
        if (!held.containsKey(name)) {
            lookAt(name, reading.apply(name));
        }
        return Optional.ofNullable(now.get(name)).map(sort::cast);
    }
}
