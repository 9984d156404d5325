package eu.lethe.cases.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands, in one look at the tables, where somebody lived, as far as any record of theirs says. */
@Component
class KnownHomes {

    /**
     * What one record says.
     *
     * @param memberships those of which it says when they lived there, as far as the projection has come
     * @param claimed the household that they live in by now, which the projection may not know yet
     */
    record Said(List<Membership> memberships, @Nullable UUID claimed) {

        /** Copies the list. */
        Said {
            memberships = List.copyOf(memberships);
        }
    }

    /** A household, and when they lived there; absent days are not known, or not there yet. */
    record Membership(
            UUID householdId,
            @Nullable LocalDate since,
            @Nullable LocalDate leftOn,
            @Nullable String reason) {

        /** Whether it was an error, and nobody ever lived there. */
        boolean neverWas() {
            return Household.ERROR.equals(reason);
        }
    }

    private record Row(
            UUID record,
            @Nullable Membership membership,
            @Nullable UUID claimed) {}

    private static final String HOMES = """
            select record.person_id, member.household_id, member.since, member.left_on, member.reason,
                   home.household_id as claimed
              from (select cast(:person as uuid) as person_id, 0 as place, cast(null as date) as until
                     union all
                    select duplicate_id, 1, undo_until from merged_person where person_id = cast(:person as uuid)
                     union all
                    select person_id, 2, undo_until from merged_person where duplicate_id = cast(:person as uuid)) record
              left join household_member member on member.person_id = record.person_id
              left join household_of_person home on home.person_id = record.person_id
             order by record.place, record.until, record.person_id
            """;

    private final JdbcClient database;

    KnownHomes(JdbcClient database) {
        this.database = database;
    }

    /** What the person's own record says, then what those say that are of the same person. */
    List<Said> of(UUID personId) {
        var records = new LinkedHashMap<UUID, List<Row>>();
        database.sql(HOMES)
                .param("person", personId)
                .query(KnownHomes::row)
                .list()
                .forEach(row -> records.computeIfAbsent(row.record(), _ -> new ArrayList<>())
                        .add(row));
        return records.values().stream().map(KnownHomes::said).toList();
    }

    private static Said said(List<Row> rows) {
        return new Said(
                rows.stream()
                        .flatMap(row -> Optional.ofNullable(row.membership()).stream())
                        .toList(),
                rows.getFirst().claimed());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var household = row.getObject("household_id", UUID.class);
        return new Row(
                row.getObject("person_id", UUID.class),
                household == null
                        ? null
                        : new Membership(
                                household,
                                row.getObject("since", LocalDate.class),
                                row.getObject("left_on", LocalDate.class),
                                row.getString("reason")),
                row.getObject("claimed", UUID.class));
    }
}
