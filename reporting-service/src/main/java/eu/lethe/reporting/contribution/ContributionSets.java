package eu.lethe.reporting.contribution;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands where the sealed sets are: one per living person and compartment, and nothing else about anybody. */
@Component
public class ContributionSets {

    /** One set as stored. */
    public record Stored(UUID personId, Compartment compartment, Sealed<ContributionSet> contributions) {}

    private final JdbcClient database;
    private final Opener opener;
    private final Sealer sealer;

    ContributionSets(JdbcClient database, Opener opener, Sealer sealer) {
        this.database = database;
        this.opener = opener;
        this.sealer = sealer;
    }

    /**
     * What the person has contributed so far, as far as it can still be read: a set whose key is gone is as good as none.
     *
     * @throws KeyRefused when the person's key is suspended
     */
    public ContributionSet of(UUID personId, Compartment compartment) {
        return database.sql("select contributions from contribution_set where person_id = ? and compartment = ?")
                .params(personId, compartment.code())
                .query((row, _) -> Sealed.<ContributionSet>ofCompact(row.getString("contributions")))
                .optional()
                .flatMap(stored -> opener.reading(Unseen.COUNTING)
                        .openUnlessDestroyed(ContributionSet.in(compartment), personId, stored))
                .orElse(ContributionSet.EMPTY);
    }

    /**
     * Opens a set.
     *
     * @throws KeyRefused when the person's key is suspended or gone
     */
    public ContributionSet open(Stored set) {
        return opener.reading(Unseen.COUNTING)
                .open(ContributionSet.in(set.compartment()), set.personId(), set.contributions());
    }

    /** Seals a set under the person's present key and stores it; an empty one leaves nothing behind. */
    public void store(UUID personId, Compartment compartment, ContributionSet set) {
        if (set.parts().isEmpty()) {
            delete(personId, compartment);
            return;
        }
        var contributions = sealer.seal(personId, ContributionSet.in(compartment), personId, Clear.of(set));
        database.sql("""
                        insert into contribution_set (person_id, compartment, contributions) values (?, ?, ?)
                        on conflict (person_id, compartment) do update set contributions = excluded.contributions""")
                .params(personId, compartment.code(), contributions.compact())
                .update();
    }

    /** Deletes a set. */
    public void delete(Stored set) {
        delete(set.personId(), set.compartment());
    }

    private void delete(UUID personId, Compartment compartment) {
        database.sql("delete from contribution_set where person_id = ? and compartment = ?")
                .params(personId, compartment.code())
                .update();
    }

    /** Every set. */
    public List<Stored> all() {
        return database.sql("select person_id, compartment, contributions from contribution_set")
                .query((row, _) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("person_id", UUID.class),
                new Compartment(row.getString("compartment")),
                Sealed.ofCompact(row.getString("contributions")));
    }

    /** Leases the keys of many sets in one round trip, ahead of opening them. */
    public void prepare(List<Stored> sets) {
        opener.reading(Unseen.COUNTING).prepare(sets.stream().map(Stored::contributions));
    }
}
