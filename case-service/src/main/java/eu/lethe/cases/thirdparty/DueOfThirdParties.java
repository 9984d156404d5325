package eu.lethe.cases.thirdparty;

import eu.lethe.cases.due.DueItem;
import eu.lethe.cases.due.DueSource;
import eu.lethe.cases.thirdparty.InformationOnFile.Row;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Understands what is to be done about what third parties reported: tell the person, and look at it again. */
@Component
class DueOfThirdParties implements DueSource {

    private final InformationOnFile information;

    DueOfThirdParties(InformationOnFile information) {
        this.information = information;
    }

    @Override
    public List<DueItem> in(Collection<UUID> fileIds) {
        return information.of(fileIds).stream()
                .flatMap(DueOfThirdParties::items)
                .toList();
    }

    private static Stream<DueItem> items(Row row) {
        return Stream.concat(
                row.noticeIsOpen() ? Stream.of(item(row, "notice", row.noticeDueOn())) : Stream.empty(),
                row.reviewIsOpen() ? Stream.of(item(row, "review", row.nextReviewOn())) : Stream.empty());
    }

    private static DueItem item(Row row, String kind, LocalDate on) {
        return new DueItem(row.fileId(), row.informationId(), kind, on);
    }
}
