package eu.lethe.reporting.contribution;

import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.LeasedKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Understands all that is remembered of anybody, for who counts everybody again. */
@Component
public class ContributionSets {

    /** All that is sealed of one person under one key. It opens as a whole or not at all. */
    public sealed interface Stored {

        /** Whose it is. */
        Whose whose();

        /** The key it is sealed under. */
        KeyId key();
    }

    private record InPieces(Whose whose, KeyId key, List<Pieces.Stored> pieces) implements Stored {}

    private record AsAWhole(Whose whose, Sealed<ContributionSet> set) implements Stored {

        @Override
        public KeyId key() {
            return set.keyId();
        }
    }

    private final Pieces pieces;
    private final FormerSets formerSets;
    private final LeasedKeys keys;

    ContributionSets(Pieces pieces, FormerSets formerSets, LeasedKeys keys) {
        this.pieces = pieces;
        this.formerSets = formerSets;
        this.keys = keys;
    }

    /** Everything. */
    public List<Stored> all() {
        var inPieces = pieces.all().stream()
                .collect(Collectors.groupingBy(
                        one -> one.piece().keyId(), LinkedHashMap::new, Collectors.toUnmodifiableList()))
                .entrySet()
                .stream()
                .<Stored>map(entry ->
                        new InPieces(entry.getValue().getFirst().place().whose(), entry.getKey(), entry.getValue()));
        var asAWhole = formerSets.all().entrySet().stream()
                .<Stored>map(entry -> new AsAWhole(entry.getKey(), entry.getValue()));
        return Stream.concat(inPieces, asAWhole).toList();
    }

    /** Leases the keys of many in one round trip, ahead of opening them. */
    public void prepare(List<Stored> many) {
        keys.prefetch(many.stream().map(Stored::key).toList());
    }

    /**
     * Opens what is remembered of one person.
     *
     * @throws KeyRefused when the person's key is suspended or gone
     */
    public ContributionSet open(Stored stored) {
        return switch (stored) {
            case InPieces many ->
                new ContributionSet(pieces.open(many.pieces()).values().stream()
                        .filter(Part.class::isInstance)
                        .map(Part.class::cast)
                        .toList());
            case AsAWhole one -> formerSets.open(one.whose(), one.set());
        };
    }

    /** Deletes it. */
    public void delete(Stored stored) {
        switch (stored) {
            case InPieces many ->
                pieces.clear(many.pieces().stream().map(Pieces.Stored::place).toList());
            case AsAWhole one -> formerSets.delete(one.whose());
        }
    }
}
