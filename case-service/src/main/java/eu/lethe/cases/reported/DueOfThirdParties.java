package eu.lethe.cases.reported;

import eu.lethe.cases.due.DueItem;
import eu.lethe.cases.due.DueSource;
import eu.lethe.cases.reported.InformationOnFile.Open;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        return information.openIn(fileIds).stream()
                .flatMap(DueOfThirdParties::items)
                .toList();
    }

    private static Stream<DueItem> items(Open open) {
        return Stream.of(item(open, "notice", open.noticeDueOn()), item(open, "review", open.reviewOn()))
                .flatMap(Optional::stream);
    }

    private static Optional<DueItem> item(Open open, String kind, @Nullable LocalDate on) {
        return Optional.ofNullable(on).map(day -> new DueItem(open.fileId(), open.informationId(), kind, day));
    }
}
