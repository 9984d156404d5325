package eu.lethe.cases.household;

import eu.lethe.contracts.events.cases.HouseholdEvent;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.rows.Cells;
import eu.lethe.platform.sealing.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands who lives and lived in which household, as far as the projection has come. Relations stay sealed here. */
@Component
class HouseholdMembers {

    /**
     * A membership.
     *
     * @param leftOn absent while they live there
     */
    record Row(
            UUID membershipId,
            UUID householdId,
            UUID personId,
            @Nullable LocalDate since,
            @Nullable Sealed<String> relation,
            @Nullable LocalDate leftOn,
            @Nullable String reason) {

        boolean present() {
            return leftOn == null;
        }

        /** What the member is to the others; empty when it was not said, or its key is gone or suspended. */
        Optional<String> relation(Reading reading) {
            return reading.openIfLeased(HouseholdEvent.RELATION, membershipId, relation);
        }

        /** Whether it was an error, and nobody ever lived there. */
        boolean neverWas() {
            return Household.ERROR.equals(reason);
        }
    }

    private static final String MEMBER =
            "select membership_id, household_id, person_id, since, relation, left_on, reason from household_member ";

    private final JdbcClient database;

    HouseholdMembers(JdbcClient database) {
        this.database = database;
    }

    /** Present members first, in the order in which they were written down; then who left, the latest first. */
    List<Row> in(UUID householdId) {
        return database.sql(MEMBER + """
                        where household_id = :household
                        order by left_on is not null, left_on desc, joined_at, membership_id""")
                .param("household", householdId)
                .query(HouseholdMembers::row)
                .list();
    }

    /** Every membership of a person. */
    List<Row> of(UUID personId) {
        return database.sql(MEMBER + "where person_id = :person")
                .param("person", personId)
                .query(HouseholdMembers::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("membership_id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("since", LocalDate.class),
                Cells.sealed(row, "relation"),
                row.getObject("left_on", LocalDate.class),
                row.getString("reason"));
    }
}
