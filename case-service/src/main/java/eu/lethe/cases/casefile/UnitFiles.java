package eu.lethe.cases.casefile;

import eu.lethe.cases.access.Oversight;
import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.events.cases.PersonEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.rows.Cells;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Staff;
import eu.lethe.platform.security.StaffDirectory;
import jakarta.validation.constraints.Pattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Understands a unit's files as its workers see them at a glance: what falls due first comes first. */
@Component
class UnitFiles {

    static final int PAGE = 50;

    /** One page. */
    record Page(List<Item> items, int page, int size, long total) {}

    /**
     * Which of the unit's files.
     *
     * @param reader who looks, and is shown names
     * @param nameless whether what is kept from the reader is listed all the same, without a name: for a lead, who sees the
     *     unit's work as a whole
     * @param referent only those they answer for; null for all
     * @param unassigned only those nobody of the unit answers for, or nobody who still may
     * @param state {@code live}, {@code closed} or {@code suspended}; null for all
     * @param fileId the one file wanted; null for all
     */
    record Wanted(
            String unit,
            Caller reader,
            boolean nameless,
            @Nullable UUID referent,
            boolean unassigned,
            @Nullable String state,
            @Nullable UUID fileId) {}

    /**
     * One file.
     *
     * @param referent who answers for it; null after a transfer until somebody is assigned
     * @param state {@code live}, {@code closed} or {@code suspended}
     */
    record Item(
            UUID fileId,
            PersonName person,
            LocalDate openedOn,
            @Nullable LocalDate lastContactOn,
            int contacts,
            @Nullable LocalDate dueOn,
            String unit,
            @Nullable Staff referent,

            @Pattern(regexp = "live|closed|suspended") String state) {}

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
            boolean shown,
            String state,
            @Nullable LocalDate due) {

        /** What may be opened for the reader. */
        Optional<Sealed<Identity>> openable() {
            return shown && !state.equals("suspended") ? Optional.ofNullable(identity) : Optional.empty();
        }
    }

    private static final String STATE = """
            case when person.grace_ends_at is not null then 'suspended'
                 when case_file.closed_on is not null then 'closed'
                 else 'live' end""";

    private static final String WANTED =
            """
              from case_file
              join person on person.person_id = case_file.person_id
              left join lateral (select min(due_on) as due_on from deadline
                                  where deadline.file_id = case_file.file_id and %1$s) due on true
             where case_file.unit = :unit and case_file.erased_on is null
               and (:nameless or (%2$s))
               and not exists (select 1 from merged_person where merged_person.duplicate_id = case_file.person_id)
               and (cast(:referent as uuid) is null or %4$s = :referent)
               and (not :unassigned or %4$s is null)
               and (cast(:file as uuid) is null or case_file.file_id = :file)
               and (cast(:state as text) is null or %3$s = :state)
            """.formatted(Deadlines.OF_THE_FILE, ReadablePersons.SHOWN, STATE, Oversight.REFERENT);

    private static final String COLUMNS = """
            select %3$s, person.identity, coalesce(person.revision_id, person.person_id) as revision_id,
                   (%1$s) as shown, %2$s as state, due.due_on
            """.formatted(ReadablePersons.SHOWN, STATE, CaseFiles.COLUMNS);

    private final JdbcClient database;
    private final Opener opener;
    private final ReadablePersons persons;
    private final StaffDirectory staff;

    UnitFiles(JdbcClient database, Opener opener, ReadablePersons persons, StaffDirectory staff) {
        this.database = database;
        this.opener = opener;
        this.persons = persons;
        this.staff = staff;
    }

    /** A page of the unit's files, names opened in one batch. */
    Page of(Wanted wanted, int page) {
        var total = query("select count(*)" + WANTED, wanted).query(Long.class).single();
        var rows = query(
                        COLUMNS + WANTED + "order by due.due_on nulls last, case_file.file_id limit :size offset :from",
                        wanted)
                .param("size", PAGE)
                .param("from", (long) page * PAGE)
                .query(UnitFiles::row)
                .list();
        var admission = persons.noteShown(
                rows.stream()
                        .filter(row -> row.openable().isPresent())
                        .map(row -> row.file().personId())
                        .toList(),
                wanted.reader(),
                "list",
                Compartment.IDENTITY);
        var reading = opener.reading(admission).prepare(rows.stream().flatMap(row -> row.openable().stream()));
        return new Page(rows.stream().map(row -> item(row, reading)).toList(), page, PAGE, total);
    }

    private StatementSpec query(String sql, Wanted wanted) {
        return database.sql(sql)
                .param("unit", wanted.unit())
                .param("reader", wanted.reader().staffId())
                .param("nameless", wanted.nameless())
                .param("referent", wanted.referent())
                .param("unassigned", wanted.unassigned())
                .param("state", wanted.state())
                .param("file", wanted.fileId());
    }

    private Item item(Row row, Reading reading) {
        var file = row.file();
        return new Item(
                file.fileId(),
                name(row, reading),
                file.openedOn(),
                file.lastContactOn(),
                file.contacts(),
                row.due(),
                file.unit(),
                file.referent() == null ? null : staff.named(file.referent()),
                row.state());
    }

    private static PersonName name(Row row, Reading reading) {
        var personId = row.file().personId();
        return row.openable()
                .flatMap(identity -> reading.openIfLeased(PersonEvent.IDENTITY, row.revisionId(), identity))
                .map(identity -> new PersonName(personId, identity.familyName(), identity.givenName()))
                .orElseGet(() -> new PersonName(personId, null, null));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                CaseFiles.file(row, number),
                row.getObject("revision_id", UUID.class),
                Cells.sealed(row, "identity"),
                row.getBoolean("shown"),
                row.getString("state"),
                row.getObject("due_on", LocalDate.class));
    }
}
