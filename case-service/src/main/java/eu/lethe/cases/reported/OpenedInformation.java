package eu.lethe.cases.reported;

import eu.lethe.cases.reported.InformationOnFile.Row;
import eu.lethe.contracts.events.cases.InformationSource;
import eu.lethe.contracts.events.cases.Reported;
import eu.lethe.contracts.events.cases.ThirdPartyEvent;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.Opener;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens what a third party said, and who it was: for a worker who reads the file; what was said, never who it was, for the
 * person's copy. A key that is gone or withheld hides what it sealed and nothing else.
 */
@Component
class OpenedInformation {

    private final Opener opener;

    OpenedInformation(Opener opener) {
        this.opener = opener;
    }

    /**
     * Leases the keys of everything given in one round trip. The source's key, which the person's hides inside what was said,
     * is named outside by the source.
     */
    void prepare(Collection<Row> rows) {
        opener.prepare(rows.stream()
                .flatMap(row -> Stream.<@Nullable Sealed<?>>of(row.said(), row.source(), row.exceptionText()))
                .<Sealed<?>>mapMulti((value, kept) -> {
                    if (value != null) {
                        kept.accept(value);
                    }
                })
                .toList());
    }

    /** What was said: the person's seal is opened first, then the source's within. */
    Optional<Reported> said(Row row) {
        return open(ThirdPartyEvent.SAID, row, row.said())
                .flatMap(within -> open(ThirdPartyEvent.REPORTED, row, within));
    }

    /** Who said it. */
    Optional<InformationSource> source(Row row) {
        return open(ThirdPartyEvent.SOURCE, row, row.source());
    }

    /** Why the person is not told. */
    Optional<String> exceptionText(Row row) {
        return open(ThirdPartyEvent.REASON_TEXT, row, row.exceptionText());
    }

    private <T> Optional<T> open(SealedField<T> field, Row row, @Nullable Sealed<T> sealed) {
        try {
            return sealed == null ? Optional.empty() : Optional.of(opener.open(field, row.informationId(), sealed));
        } catch (KeyRefused gone) {
            return Optional.empty();
        }
    }
}
