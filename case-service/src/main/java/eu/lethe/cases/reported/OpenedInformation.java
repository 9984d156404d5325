package eu.lethe.cases.reported;

import eu.lethe.cases.reported.InformationOnFile.Row;
import eu.lethe.contracts.events.cases.InformationSource;
import eu.lethe.contracts.events.cases.Reported;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.Opener;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
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
        var twiceSealed = row.said();
        if (twiceSealed == null) {
            return Optional.empty();
        }
        return open(row.informationId(), "said", Sealed.<String>ofCompact(twiceSealed.compact()), String.class)
                .map(Sealed::<Reported>ofCompact)
                .flatMap(within -> open(row.informationId(), "said", within, Reported.class));
    }

    /** Who said it. */
    Optional<InformationSource> source(Row row) {
        return row.source() == null
                ? Optional.empty()
                : open(row.informationId(), "source", row.source(), InformationSource.class);
    }

    /** Why the person is not told. */
    Optional<String> exceptionText(Row row) {
        return row.exceptionText() == null
                ? Optional.empty()
                : open(row.informationId(), "reasonText", row.exceptionText(), String.class);
    }

    private <T> Optional<T> open(UUID informationId, String field, Sealed<T> sealed, Class<T> type) {
        try {
            return Optional.of(opener.open(sealed, new SealingContext(informationId, field), type));
        } catch (KeyRefused gone) {
            return Optional.empty();
        }
    }
}
