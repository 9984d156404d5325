package eu.lethe.cases.reported;

import eu.lethe.cases.reported.InformationOnFile.Row;
import eu.lethe.cases.reported.InformationView.NoticeView;
import eu.lethe.cases.reported.InformationView.SourceView;
import eu.lethe.cases.reported.InformationView.Staff;
import eu.lethe.contracts.events.cases.Reported;
import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
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
    private final Opener opener;
    private final StaffDirectory staff;
    private final BusinessClock clock;

    InformationReader(InformationOnFile information, Opener opener, StaffDirectory staff, BusinessClock clock) {
        this.information = information;
        this.opener = opener;
        this.staff = staff;
        this.clock = clock;
    }

    /** All there is in files, opened. */
    List<InformationView> of(Collection<UUID> fileIds, Admission admission) {
        var rows = information.of(fileIds);
        var reading = opener.reading(admission).prepare(rows.stream().flatMap(Row::sealed));
        var today = clock.today();
        return rows.stream().map(row -> view(row, today, reading)).toList();
    }

    private InformationView view(Row row, LocalDate today, Reading reading) {
        var said = row.said(reading);
        return new InformationView(
                row.informationId(),
                row.receivedOn(),
                said.map(Reported::text).orElse(null),
                said.map(Reported::reliability).orElse(null),
                row.source(reading)
                        .map(source -> new SourceView(source.kind(), source.name(), source.details()))
                        .orElse(null),
                row.noticeDueOn(),
                notice(row, today, reading),
                row.nextReviewOn(),
                state(row),
                row.dismissedOn(),
                row.erasedOn(),
                row.certificateId(),
                new Staff(row.author(), staff.nameOf(row.author()).orElse(null)),
                row.at());
    }

    private static NoticeView notice(Row row, LocalDate today, Reading reading) {
        if (row.toldOn() != null) {
            return new NoticeView("given", row.toldOn(), null, null);
        }
        if (row.exception() != null) {
            return new NoticeView(
                    "excepted",
                    null,
                    row.exception(),
                    row.exceptionText(reading).orElse(null));
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
