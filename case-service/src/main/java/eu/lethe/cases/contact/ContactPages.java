package eu.lethe.cases.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands the contacts of files that are read as one the way somebody turns them over: so many at a time, the newest first.
 * What is read at a time fits into memory however much was written.
 */
@Component
public class ContactPages {

    /**
     * As many contacts as a reader is given at a time.
     *
     * @param changed whether what was given before is not what stands before these any more: something was recorded there,
     *     moved or taken back, and the reader begins anew
     * @param next where to go on; null at the end
     */
    public record Page(
            List<Contacts.Row> contacts,
            boolean changed,
            @Nullable PlaceInFile next) {}

    /**
     * What somebody wrote in a year.
     *
     * @param contacts how many
     * @param oldestOn the day of the oldest of them
     */
    public record Share(int year, UUID author, int contacts, LocalDate oldestOn) {}

    private static final int MOST_SEALED_AT_A_TIME = 4 * 1024 * 1024;

    private static final String BEHIND = "and (date, recorded_at, contact_id) < (:date, :recordedAt, :contact)";
    private static final String BEFORE = "and (date, recorded_at, contact_id) >= (:date, :recordedAt, :contact)";

    /** One is given in any case, however long it is. A row tells of what was given before even when nothing follows. */
    private static final String PAGE = """
            with before as (
                select coalesce(bit_xor(hashtextextended(contact_id || ' ' || (date - date '2000-01-01'), 0)), 0) as given
                  from contact where file_id in (:files) and not hidden %s
            ), near as (
                select contact_id, row_number() over newest as place, sum(%s) over newest as sealed,
                       hashtextextended(contact_id || ' ' || (date - date '2000-01-01'), 0) as mark
                  from (select * from contact where file_id in (:files) and not hidden %s
                         order by date desc, recorded_at desc, contact_id desc limit :mostAndOne) contact
                window newest as (order by date desc, recorded_at desc, contact_id desc)
            ), page as (
                select contact_id, place, mark, (select count(*) from near) > count(*) over () as more
                  from near
                 where place = 1 or (place <= :most and sealed <= :mostSealed)
            )
            select contact.*, before.given, page.mark, page.more
              from before left join (page join contact using (contact_id)) on true order by page.place
            """;

    private static final String FIRST = PAGE.formatted("and false", Contacts.SEALED, "");
    private static final String FURTHER = PAGE.formatted(BEFORE, Contacts.SEALED, BEHIND);

    private final JdbcClient database;

    ContactPages(JdbcClient database) {
        this.database = database;
    }

    /**
     * The newest.
     *
     * @param fileIds the file that is read, and those that are read through it
     * @param most how many at most
     */
    public Page newest(List<UUID> fileIds, int most) {
        return page(fileIds, most, 0, database.sql(FIRST));
    }

    /** Those that stand behind a place. */
    public Page behind(PlaceInFile place, List<UUID> fileIds, int most) {
        return page(
                fileIds,
                most,
                place.given(),
                database.sql(FURTHER)
                        .param("date", place.date())
                        .param("recordedAt", place.recordedAt().atOffset(ZoneOffset.UTC))
                        .param("contact", place.contactId()));
    }

    /** Who wrote how much and when, of what nobody took back. */
    public List<Share> shares(List<UUID> fileIds) {
        return database.sql("""
                        select extract(year from date)::int as year, author, count(*) as contacts, min(date) as oldest_on
                          from contact where file_id in (:files) and not hidden
                         group by 1, 2 order by 1 desc, 3 desc, 2""")
                .param("files", fileIds)
                .query((row, _) -> new Share(
                        row.getInt("year"),
                        row.getObject("author", UUID.class),
                        row.getInt("contacts"),
                        row.getObject("oldest_on", LocalDate.class)))
                .list();
    }

    private static Page page(List<UUID> fileIds, int most, long givenBefore, JdbcClient.StatementSpec query) {
        return query.param("files", fileIds)
                .param("most", most)
                .param("mostAndOne", most + 1)
                .param("mostSealed", MOST_SEALED_AT_A_TIME)
                .query((ResultSetExtractor<Page>) rows -> read(rows, fileIds.getFirst(), givenBefore));
    }

    private static Page read(ResultSet rows, UUID fileId, long givenBefore) throws SQLException {
        var contacts = new ArrayList<Contacts.Row>();
        var standing = 0L;
        var given = 0L;
        var more = false;
        while (rows.next()) {
            standing = rows.getLong("given");
            more = rows.getBoolean("more");
            if (rows.getObject("contact_id") != null) {
                given ^= rows.getLong("mark");
                contacts.add(Contacts.contact(rows, rows.getRow()));
            }
        }
        if (!more) {
            return new Page(contacts, standing != givenBefore, null);
        }
        var last = contacts.getLast();
        return new Page(
                contacts,
                standing != givenBefore,
                new PlaceInFile(fileId, last.date(), last.recordedAt(), last.contactId(), standing ^ given));
    }
}
