package eu.lethe.cases.reported;

import eu.lethe.cases.reported.InformationOnFile.Row;
import eu.lethe.contracts.events.cases.InformationSource;
import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.sealing.Opener;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands whom a text of the copy must not give away: who reported what is in it. Whoever rereads is told; the copy never is. */
@Component
public class InformantsForTheRereading {

    /**
     * Who reported something.
     *
     * @param kind as in {@link InformationSource}
     */
    public record Informant(
            UUID informationId, String kind, @Nullable String name) {

        @Override
        public String toString() {
            return "Informant[" + informationId + "]";
        }
    }

    private final InformationOnFile information;
    private final Opener opener;

    InformantsForTheRereading(InformationOnFile information, Opener opener) {
        this.information = information;
        this.opener = opener;
    }

    /** As far as they can be opened. */
    public List<Informant> of(Collection<UUID> fileIds, Admission admission) {
        var rows = information.of(fileIds);
        var reading = opener.reading(admission).prepare(rows.stream().map(Row::source));
        return rows.stream()
                .flatMap(row -> row
                        .source(reading)
                        .map(source -> new Informant(row.informationId(), source.kind(), source.name()))
                        .stream())
                .toList();
    }
}
