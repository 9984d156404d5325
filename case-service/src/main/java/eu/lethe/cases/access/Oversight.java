package eu.lethe.cases.access;

import eu.lethe.platform.security.Staff;
import eu.lethe.platform.security.StaffDirectory;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands who watches over exceptional access to a person's file: the referent who may answer for it, else the unit's
 * leads, else the data-protection officer; never the reader, and nobody who is kept from the person. The rules are functions
 * of the database, so that lists and single answers follow the same one.
 */
@Component
public class Oversight {

    /** Who may be told, as a pattern. */
    public static final String OFFICES = "referent|lead|dpo";

    /** SQL: the referent of {@code case_file}, if they may answer for it today. */
    public static final String REFERENT = """
            (case when may_answer_for(case_file.referent, case_file.person_id, case_file.unit)
                  then case_file.referent end)""";

    /**
     * Who is told.
     *
     * @param office {@code referent}, {@code lead} or {@code dpo}
     * @param staff by name; nobody in particular for the data-protection officer
     */
    public record Told(@Pattern(regexp = OFFICES) String office, List<Staff> staff) {

        /** Copies the list. */
        public Told {
            staff = List.copyOf(staff);
        }

        /** The referent, if it is the referent who is told. */
        public Optional<UUID> referent() {
            return office.equals("referent") ? staff.stream().map(Staff::id).findFirst() : Optional.empty();
        }
    }

    private record Row(@Nullable UUID staffId, String office) {}

    private final JdbcClient database;
    private final StaffDirectory directory;

    Oversight(JdbcClient database, StaffDirectory directory) {
        this.database = database;
        this.directory = directory;
    }

    /** Who is told if the reader opens the person's file exceptionally now. */
    public Told toldOf(UUID personId, UUID reader) {
        var rows = database.sql("select staff_id, office from told_of_access(:person, :reader) order by staff_id")
                .param("person", personId)
                .param("reader", reader)
                .query((row, _) -> new Row(row.getObject("staff_id", UUID.class), row.getString("office")))
                .list();
        return new Told(
                rows.getFirst().office(),
                rows.stream()
                        .map(Row::staffId)
                        .filter(Objects::nonNull)
                        .map(directory::named)
                        .toList());
    }

    /** Who answers for a person's file today, if anybody may. */
    Optional<UUID> referentOf(UUID personId) {
        return database.sql(
                        "select " + REFERENT
                                + " as referent from file_of_person join case_file using (file_id) where file_of_person.person_id = :person")
                .param("person", personId)
                .query((row, _) -> Optional.ofNullable(row.getObject("referent", UUID.class)))
                .optional()
                .flatMap(found -> found);
    }

    /** Whether nobody keeps somebody from reading about a person. */
    public boolean standsClear(UUID worker, UUID personId) {
        return database.sql("select stands_clear(:worker, :person)")
                .param("worker", worker)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }
}
