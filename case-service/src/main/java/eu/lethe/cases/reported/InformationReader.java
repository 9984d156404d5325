package eu.lethe.cases.reported;

import eu.lethe.cases.reported.InformationOnFile.Row;
import eu.lethe.cases.reported.InformationView.NoticeView;
import eu.lethe.cases.reported.InformationView.SourceView;
import eu.lethe.cases.reported.InformationView.Staff;
import eu.lethe.contracts.events.cases.Reported;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands how a worker is shown what third parties reported. */
@Component
class InformationReader {

    private final InformationOnFile information;
    private final OpenedInformation opened;
    private final StaffDirectory staff;
    private final BusinessClock clock;

    InformationReader(
            InformationOnFile information, OpenedInformation opened, StaffDirectory staff, BusinessClock clock) {
        this.information = information;
        this.opened = opened;
        this.staff = staff;
        this.clock = clock;
    }

    /** All there is in files, opened. The caller has checked that the reader may. */
    List<InformationView> of(Collection<UUID> fileIds) {
        var rows = information.of(fileIds);
        opened.prepare(rows);
        var today = clock.today();
        return rows.stream().map(row -> view(row, today)).toList();
    }

    private InformationView view(Row row, LocalDate today) {
        var said = opened.said(row);
        return new InformationView(
                row.informationId(),
                row.receivedOn(),
                said.map(Reported::text).orElse(null),
                said.map(Reported::reliability).orElse(null),
                opened.source(row)
                        .map(source -> new SourceView(source.kind(), source.name(), source.details()))
                        .orElse(null),
                row.noticeDueOn(),
                notice(row, today),
                row.nextReviewOn(),
                state(row),
                row.dismissedOn(),
                row.erasedOn(),
                row.certificateId(),
                new Staff(row.author(), staff.nameOf(row.author()).orElse(null)),
                row.at());
    }

    private NoticeView notice(Row row, LocalDate today) {
        if (row.toldOn() != null) {
            return new NoticeView("given", row.toldOn(), null, null);
        }
        if (row.exception() != null) {
            return new NoticeView(
                    "excepted", null, row.exception(), opened.exceptionText(row).orElse(null));
        }
        return new NoticeView(today.isAfter(row.noticeDueOn()) ? "late" : "due", null, null, null);
    }

    private static String state(Row row) {
        if (row.erasedOn() != null) {
            return "erased";
        }
        if (row.dismissedOn() != null) {
            return "dismissed";
        }
        return row.reviewedOn() == null ? "open" : "kept";
    }
}
