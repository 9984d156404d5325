package eu.lethe.retention.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.lethe.retention.epoch.WaitsFor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands whether what an erasure removed can still be recovered from backups.
 *
 * @param recoverable whether it can
 * @param waitsFor what keeps it from its end; null once it cannot
 * @param until when that ends by itself at the latest; null where nobody can say, and once it cannot
 * @param copiesAt the places of escrow that must be reached for it to end: copies there are destroyed first
 * @param since since when it cannot; null while it can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InBackups(
        boolean recoverable,
        @Nullable WaitsFor waitsFor,
        @Nullable Instant until,
        List<String> copiesAt,
        @Nullable Instant since) {}
