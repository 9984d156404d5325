package eu.lethe.reporting.contribution;

import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.Opener;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands how what a person added was kept until there were pieces: as one set for each compartment, sealed as a whole. It is
 * carried over when the person is next counted, or when all are counted again; none is made any more.
 */
@Component
class FormerSets {

    private final JdbcClient database;
    private final Opener opener;

    FormerSets(JdbcClient database, Opener opener) {
        this.database = database;
        this.opener = opener;
    }

    /** The sets of some persons, in all compartments. */
    Map<Whose, Sealed<ContributionSet>> of(Collection<UUID> personIds) {
        return found(database.sql("""
                        select person_id, compartment, contributions from contribution_set
                         where person_id = any (cast(:persons as uuid[]))""")
                .param("persons", personIds.stream().map(UUID::toString).toArray(String[]::new)));
    }

    /** All there are. */
    Map<Whose, Sealed<ContributionSet>> all() {
        return found(database.sql("select person_id, compartment, contributions from contribution_set"));
    }

    private static Map<Whose, Sealed<ContributionSet>> found(JdbcClient.StatementSpec sets) {
        var found = new HashMap<Whose, Sealed<ContributionSet>>();
        sets.query(row -> {
            found.put(Whose.of(row), Sealed.ofCompact(row.getString("contributions")));
        });
        return found;
    }

    /**
     * Opens a set.
     *
     * @throws KeyRefused when the person's key is suspended or gone
     */
    ContributionSet open(Whose whose, Sealed<ContributionSet> set) {
        return opener.reading(Unseen.COUNTING).open(ContributionSet.in(whose.compartment()), whose.personId(), set);
    }

    /**
     * Opens a set; one whose key is gone is as good as none.
     *
     * @throws KeyRefused when the person's key is suspended
     */
    Optional<ContributionSet> opened(Whose whose, Sealed<ContributionSet> set) {
        return opener.reading(Unseen.COUNTING)
                .openUnlessDestroyed(ContributionSet.in(whose.compartment()), whose.personId(), set);
    }

    void delete(Whose whose) {
        database.sql("delete from contribution_set where person_id = ? and compartment = ?")
                .params(whose.personId(), whose.compartment().code())
                .update();
    }
}
