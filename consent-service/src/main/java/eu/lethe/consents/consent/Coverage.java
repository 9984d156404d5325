package eu.lethe.consents.consent;

import eu.lethe.consents.consent.ConsentsInForce.InForce;
import eu.lethe.consents.purpose.Purpose;
import eu.lethe.contracts.sealing.Compartment;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands whether data may be handed to a recipient, and on what ground. One ground must cover all of it: a purpose that
 * the law allows without a consent, or a consent that the person gave for a purpose and has not taken back. Two that cover a
 * part each do not add up, for each was allowed for something else.
 *
 * @param ground what permits it; absent when nothing does
 * @param uncovered what the best ground there is leaves out; empty when it is permitted
 * @param wouldPermit the purposes for which a consent of the person would permit it
 */
record Coverage(@Nullable Ground ground, List<Compartment> uncovered, List<Purpose> wouldPermit) {

    /**
     * What permits.
     *
     * @param consentId absent when the law permits
     */
    record Ground(
            Purpose purpose,
            List<Compartment> covers,
            @Nullable UUID consentId) {

        private long covered(Collection<Compartment> wanted) {
            return wanted.stream().filter(covers::contains).count();
        }
    }

    /**
     * Finds the ground. The law comes before a consent: what is allowed anyway does not rest on somebody's agreement.
     *
     * @param naming the purposes that name the recipient
     * @param given the consents in force for that recipient
     */
    static Coverage of(Collection<Compartment> wanted, List<Purpose> naming, List<InForce> given) {
        var grounds = Stream.concat(
                        naming.stream()
                                .filter(purpose -> !purpose.consentRequired())
                                .map(purpose -> new Ground(purpose, purpose.compartments(), null)),
                        naming.stream()
                                .filter(Purpose::consentRequired)
                                .flatMap(purpose -> given.stream()
                                        .filter(consent -> consent.purpose().equals(purpose.code()))
                                        .map(consent ->
                                                new Ground(purpose, consent.compartments(), consent.consentId()))))
                .toList();
        var ground =
                grounds.stream().filter(one -> one.covers().containsAll(wanted)).findFirst();
        return ground.map(found -> new Coverage(found, List.of(), List.of()))
                .orElseGet(() -> missing(wanted, naming, grounds));
    }

    private static Coverage missing(Collection<Compartment> wanted, List<Purpose> naming, List<Ground> grounds) {
        Optional<Ground> best = grounds.stream().max(Comparator.comparingLong(ground -> ground.covered(wanted)));
        var uncovered = new LinkedHashSet<>(wanted);
        best.ifPresent(ground -> uncovered.removeAll(ground.covers()));
        return new Coverage(
                null,
                List.copyOf(uncovered),
                naming.stream()
                        .filter(Purpose::consentRequired)
                        .filter(purpose -> purpose.covers(wanted))
                        .toList());
    }
}
