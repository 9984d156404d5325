package eu.lethe.cases.reported;

import eu.lethe.cases.reported.InformationOnFile.Row;
import eu.lethe.contracts.events.cases.Reported;
import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands what a person's copy says of what others reported about them (GDPR 15): what was said and when, never who said
 * it (GDPR 15(4)), and not what the person may not be told (GDPR 23).
 */
@Component
public class InformationForTheCopy {

    /** Reasons for not telling the person that would be defeated by handing them the text. */
    private static final Set<String> WITHHELD = Set.of("child-in-danger", "adult-at-risk", "secrecy");

    /**
     * A piece of information, without its source.
     *
     * @param text null when it is withheld, erased or cannot be opened
     * @param withheld whether the law forbids to hand it out
     * @param dismissedOn when it proved unfounded, if it did
     * @param erasedOn when it was erased, if it was
     */
    public record Masked(
            UUID informationId,
            LocalDate receivedOn,
            @Nullable String text,
            @Nullable String reliability,
            boolean withheld,
            @Nullable LocalDate toldOn,
            @Nullable LocalDate dismissedOn,
            @Nullable LocalDate erasedOn) {

        @Override
        public String toString() {
            return "Masked[" + informationId + "]";
        }
    }

    private final InformationOnFile information;
    private final Opener opener;

    InformationForTheCopy(InformationOnFile information, Opener opener) {
        this.information = information;
        this.opener = opener;
    }

    /** What is in files, newest first. */
    public List<Masked> of(Collection<UUID> fileIds, Admission admission) {
        var rows = information.of(fileIds);
        var reading = opener.reading(admission).prepare(rows.stream().flatMap(Row::sealed));
        return rows.stream().map(row -> masked(row, reading)).toList();
    }

    private static Masked masked(Row row, Reading reading) {
        var exception = row.exception();
        var withheld = row.toldOn() == null && exception != null && WITHHELD.contains(exception);
        var said = withheld ? Optional.<Reported>empty() : row.said(reading);
        return new Masked(
                row.informationId(),
                row.receivedOn(),
                said.map(Reported::text).orElse(null),
                said.map(Reported::reliability).orElse(null),
                withheld,
                row.toldOn(),
                row.dismissedOn(),
                row.erasedOn());
    }
}
