package eu.lethe.reporting.contribution;

import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.HiddenPlaces;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Sealer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands where the sealed pieces lie: each in a place that only the person's key finds, so that a row says whose it is, and
 * neither which contact nor which year it is about.
 */
@Component
class Pieces {

    /** A place of somebody's. */
    record Place(Whose whose, UUID place) {}

    /** A piece as it lies there. */
    record Stored(Place place, Sealed<Piece> piece) {}

    /** A piece that is to lie there. */
    record Fresh(Place place, Piece piece) {}

    private static final String ROWS = "unnest(cast(:persons as uuid[]), cast(:compartments as text[])";

    private final JdbcClient database;
    private final HiddenPlaces places;
    private final Opener opener;
    private final Sealer sealer;

    Pieces(JdbcClient database, HiddenPlaces places, Opener opener, Sealer sealer) {
        this.database = database;
        this.places = places;
        this.opener = opener;
        this.sealer = sealer;
    }

    /**
     * Where a piece of somebody's lies, or would lie.
     *
     * @throws KeyRefused when their key is suspended, gone or unknown
     */
    Place place(Whose whose, String name) {
        return new Place(whose, places.of(whose.personId(), whose.compartment(), name));
    }

    /** Those of whom anything lies anywhere. */
    Set<Whose> presentOf(Collection<Whose> anybody) {
        return new HashSet<>(database.sql("select person_id, compartment from " + ROWS + """
                        ) as who (person_id, compartment)
                         where exists (select from contribution_piece
                                        where (person_id, compartment) = (who.person_id, who.compartment))""")
                .param("persons", texts(anybody, Whose::personId))
                .param(
                        "compartments",
                        texts(anybody, whose -> whose.compartment().code()))
                .query((row, _) -> Whose.of(row))
                .list());
    }

    /**
     * What lies in these places.
     *
     * @throws KeyRefused when a key was taken away after it found the place
     */
    Map<Place, Piece> in(Collection<Place> wanted) {
        return wanted.isEmpty()
                ? Map.of()
                : open(stored(named(
                        "select person_id, compartment, place, piece from contribution_piece join " + ROWS + """
                        , cast(:places as uuid[])) as wanted (person_id, compartment, place)
                        using (person_id, compartment, place)""",
                        wanted)));
    }

    /**
     * Opens pieces.
     *
     * @throws KeyRefused when a key is suspended or gone
     */
    Map<Place, Piece> open(List<Stored> many) {
        var reading = opener.reading(Unseen.COUNTING);
        return many.stream()
                .collect(Collectors.toMap(
                        Stored::place,
                        one -> reading.open(
                                Piece.in(one.place().whose().compartment()),
                                one.place().place(),
                                one.piece())));
    }

    /** All there is. */
    List<Stored> all() {
        return stored(database.sql("select person_id, compartment, place, piece from contribution_piece"));
    }

    private static List<Stored> stored(JdbcClient.StatementSpec pieces) {
        return pieces.query((row, _) -> new Stored(
                        new Place(Whose.of(row), row.getObject("place", UUID.class)),
                        Sealed.ofCompact(row.getString("piece"))))
                .list();
    }

    /** Seals pieces under the present keys of their persons and puts them into their places. */
    void put(List<Fresh> pieces) {
        if (!pieces.isEmpty()) {
            named(
                            "insert into contribution_piece (person_id, compartment, place, piece) select * from "
                                    + ROWS + """
                            , cast(:places as uuid[]), cast(:pieces as text[]))
                            on conflict (person_id, compartment, place) do update set piece = excluded.piece""",
                            pieces.stream().map(Fresh::place).toList())
                    .param("pieces", texts(pieces, one -> sealed(one).compact()))
                    .update();
        }
    }

    private Sealed<Piece> sealed(Fresh one) {
        var whose = one.place().whose();
        return sealer.seal(
                whose.personId(), Piece.in(whose.compartment()), one.place().place(), Clear.of(one.piece()));
    }

    /** Leaves nothing in these places. */
    void clear(List<Place> gone) {
        if (!gone.isEmpty()) {
            named("delete from contribution_piece piece using " + ROWS + """
                            , cast(:places as uuid[])) as gone (person_id, compartment, place)
                            where (piece.person_id, piece.compartment, piece.place)
                                = (gone.person_id, gone.compartment, gone.place)""", gone)
                    .update();
        }
    }

    private JdbcClient.StatementSpec named(String statement, Collection<Place> places) {
        return database.sql(statement)
                .param("persons", texts(places, place -> place.whose().personId()))
                .param(
                        "compartments",
                        texts(places, place -> place.whose().compartment().code()))
                .param("places", texts(places, Place::place));
    }

    private static <T> String[] texts(Collection<T> all, Function<T, Object> text) {
        return all.stream().map(one -> text.apply(one).toString()).toArray(String[]::new);
    }
}
