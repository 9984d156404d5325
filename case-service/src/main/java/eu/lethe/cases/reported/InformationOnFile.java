package eu.lethe.cases.reported;

import eu.lethe.contracts.events.cases.InformationSource;
import eu.lethe.contracts.events.cases.Reported;
import eu.lethe.contracts.events.cases.ThirdPartyEvent;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.rows.Cells;
import eu.lethe.platform.sealing.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands what third parties reported in which file, as far as the projection has come. All of it stays sealed here. */
@Component
class InformationOnFile {

    /**
     * A piece of information.
     *
     * @param said absent once erased, or when the person's compartment was
     * @param source absent once erased
     * @param exceptionText sealed under the person's rights
     * @param certificateId of the erasure, once it is issued
     */
    record Row(
            UUID informationId,
            UUID fileId,
            UUID personId,
            LocalDate receivedOn,
            @Nullable Sealed<Sealed<Reported>> said,
            @Nullable Sealed<InformationSource> source,
            LocalDate noticeDueOn,
            @Nullable LocalDate toldOn,
            @Nullable String exception,
            @Nullable Sealed<String> exceptionText,
            LocalDate nextReviewOn,
            @Nullable LocalDate reviewedOn,
            @Nullable LocalDate dismissedOn,
            @Nullable LocalDate erasedOn,
            @Nullable UUID certificateId,
            UUID author,
            Instant at) {

        /** What there is to open. The source's key, which the person's hides in what was said, is named by the source. */
        Stream<@Nullable Sealed<?>> sealed() {
            return Stream.of(said, source, exceptionText);
        }

        /** What was said: the person's seal is opened first, then the source's within. */
        Optional<Reported> said(Reading reading) {
            return reading.openIfLeased(ThirdPartyEvent.SAID, informationId, said)
                    .flatMap(within -> reading.openIfLeased(ThirdPartyEvent.REPORTED, informationId, within));
        }

        /** Who said it. */
        Optional<InformationSource> source(Reading reading) {
            return reading.openIfLeased(ThirdPartyEvent.SOURCE, informationId, source);
        }

        /** Why the person is not told. */
        Optional<String> exceptionText(Reading reading) {
            return reading.openIfLeased(ThirdPartyEvent.REASON_TEXT, informationId, exceptionText);
        }
    }

    /**
     * What is still to be done about a piece of information, without what was said.
     *
     * @param noticeDueOn null when the person need not be told any more
     * @param reviewOn null when it need not be looked at again
     */
    record Open(
            UUID informationId,
            UUID fileId,
            @Nullable LocalDate noticeDueOn,
            @Nullable LocalDate reviewOn) {}

    private static final String ROWS = """
            select information.*, certificate.certificate_id
              from third_party_information information
              left join certificate_of_erasure certificate on certificate.erasure_id = information.erasure_id
            """;

    private final JdbcClient database;

    InformationOnFile(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> find(UUID informationId) {
        return database.sql(ROWS + "where information_id = :id")
                .param("id", informationId)
                .query(InformationOnFile::row)
                .optional();
    }

    /** Newest first. */
    List<Row> of(Collection<UUID> fileIds) {
        return database.sql(ROWS + """
                        where file_id = any (cast(:files as uuid[]))
                        order by received_on desc, recorded_at desc, information_id""")
                .param("files", fileIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(InformationOnFile::row)
                .list();
    }

    /** What is still to be done in some files. They may be all of a unit: what was said in them is not read for it. */
    List<Open> openIn(Collection<UUID> fileIds) {
        return database.sql("""
                        select information_id, file_id,
                               case when told_on is null and exception is null then notice_due_on end as notice_due_on,
                               case when dismissed_on is null then next_review_on end as review_on
                          from third_party_information
                         where file_id = any (cast(:files as uuid[])) and erased_on is null
                           and (dismissed_on is null or (told_on is null and exception is null))""")
                .param("files", fileIds.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> new Open(
                        row.getObject("information_id", UUID.class),
                        row.getObject("file_id", UUID.class),
                        row.getObject("notice_due_on", LocalDate.class),
                        row.getObject("review_on", LocalDate.class)))
                .list();
    }

    /** Those of which what was said can be read. */
    List<UUID> readableIn(UUID fileId) {
        return of(List.of(fileId)).stream()
                .filter(information -> information.said() != null && information.erasedOn() == null)
                .map(Row::informationId)
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("information_id", UUID.class),
                row.getObject("file_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("received_on", LocalDate.class),
                Cells.sealed(row, "said"),
                Cells.sealed(row, "source"),
                row.getObject("notice_due_on", LocalDate.class),
                row.getObject("told_on", LocalDate.class),
                row.getString("exception"),
                Cells.sealed(row, "exception_text"),
                row.getObject("next_review_on", LocalDate.class),
                row.getObject("reviewed_on", LocalDate.class),
                row.getObject("dismissed_on", LocalDate.class),
                row.getObject("erased_on", LocalDate.class),
                row.getObject("certificate_id", UUID.class),
                row.getObject("author", UUID.class),
                Cells.instant(row, "recorded_at"));
    }
}
