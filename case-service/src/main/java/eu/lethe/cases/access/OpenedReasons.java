package eu.lethe.cases.access;

import eu.lethe.contracts.events.cases.ReadingEvent;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.Opener;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Opens why a file was opened exceptionally: for who answers for it, the data-protection officer, and the person. */
@Component
public class OpenedReasons {

    private final Opener opener;

    OpenedReasons(Opener opener) {
        this.opener = opener;
    }

    /** Leases the keys in one round trip. */
    public void prepare(Collection<ExceptionalAccesses.Row> accesses) {
        List<Sealed<String>> sealed = accesses.stream()
                .flatMap(access -> Stream.ofNullable(access.reasonText()))
                .toList();
        opener.prepare(sealed);
    }

    /** What was written; empty when its key is gone, or suspended. */
    public Optional<String> of(ExceptionalAccesses.Row access) {
        if (access.reasonText() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(opener.open(ReadingEvent.REASON_TEXT, access.accessId(), access.reasonText()));
        } catch (KeyRefused refused) {
            return Optional.empty();
        }
    }
}
