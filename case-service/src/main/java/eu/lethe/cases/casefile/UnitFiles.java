package eu.lethe.cases.casefile;

import eu.lethe.cases.person.OpenedIdentities;
import eu.lethe.cases.reading.ReadablePersons;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.sealing.KeyRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands a unit's files as its workers see them at a glance: what falls due first comes first. */
@Component
class UnitFiles {

    static final int PAGE = 50;

    /** One page. */
    record Page(List<Item> items, int page, int size, long total) {}

    /**
     * One file.
     *
     * @param state {@code live} or {@code suspended}
     */
    record Item(
            UUID fileId,
            PersonName person,
            LocalDate openedOn,
            @Nullable LocalDate lastContactOn,
            int contacts,
            @Nullable LocalDate dueOn,
            String state) {}

    /** Whose file it is; without a name while it is suspended, or once the identity is gone. */
    record PersonName(
            UUID personId,
            @Nullable String familyName,
            @Nullable String givenName) {

        @Override
        public String toString() {
            return "PersonName[" + personId + "]";
        }
    }

    private record Row(
            CaseFiles.Row file,
            UUID revisionId,
            @Nullable Sealed<Identity> identity,
            boolean suspended,
            @Nullable LocalDate due) {}

    private final JdbcClient database;
    private final OpenedIdentities opened;

    UnitFiles(JdbcClient database, OpenedIdentities opened) {
        this.database = database;
        this.opened = opened;
    }

    /** A page of the unit's files, names opened in one batch. */
    Page of(String unit, UUID reader, int page) {
        var total = database.sql("""
                        select count(*) from case_file join person on person.person_id = case_file.person_id
                         where case_file.unit = :unit and case_file.erased_on is null and %s""".formatted(ReadablePersons.SHOWN))
                .param("unit", unit)
                .param("reader", reader)
                .query(Long.class)
                .single();
        var rows = database.sql("""
                        select case_file.*, person.identity, coalesce(person.revision_id, person.person_id) as revision_id,
                               person.grace_ends_at is not null as suspended, due.due_on
                          from case_file
                          join person on person.person_id = case_file.person_id
                          left join lateral (
                              select min(due_on) as due_on from deadline
                               where deadline.file_id = case_file.file_id and %s) due on true
                         where case_file.unit = :unit and case_file.erased_on is null and %s
                         order by due.due_on nulls last, case_file.file_id
                         limit :size offset :from""".formatted(Deadlines.OF_THE_FILE, ReadablePersons.SHOWN))
                .param("unit", unit)
                .param("reader", reader)
                .param("size", PAGE)
                .param("from", (long) page * PAGE)
                .query(UnitFiles::row)
                .list();
        opened.prepareSealed(rows.stream()
                .filter(row -> !row.suspended())
                .flatMap(row -> Optional.ofNullable(row.identity()).stream())
                .toList());
        return new Page(rows.stream().map(this::item).toList(), page, PAGE, total);
    }

    private Item item(Row row) {
        var file = row.file();
        return new Item(
                file.fileId(),
                name(row),
                file.openedOn(),
                file.lastContactOn(),
                file.contacts(),
                row.due(),
                row.suspended() ? "suspended" : "live");
    }

    private PersonName name(Row row) {
        var personId = row.file().personId();
        if (row.suspended() || row.identity() == null) {
            return new PersonName(personId, null, null);
        }
        try {
            return opened.identity(row.revisionId(), row.identity())
                    .map(identity -> new PersonName(personId, identity.familyName(), identity.givenName()))
                    .orElseGet(() -> new PersonName(personId, null, null));
        } catch (KeyRefused suspendedMeanwhile) {
            return new PersonName(personId, null, null);
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var identity = row.getString("identity");
        return new Row(
                CaseFiles.file(row, number),
                row.getObject("revision_id", UUID.class),
                identity == null ? null : Sealed.ofCompact(identity),
                row.getBoolean("suspended"),
                row.getObject("due_on", LocalDate.class));
    }
}
