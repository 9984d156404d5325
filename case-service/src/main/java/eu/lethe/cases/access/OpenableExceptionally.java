package eu.lethe.cases.access;

import eu.lethe.platform.security.Caller;
import eu.lethe.platform.time.BusinessClock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Understands which persons' files somebody could open exceptionally, and reads in no other way. Who is excluded, or left out
 * by a restriction that leaves no room, is answered as if there were nobody.
 */
@Component
public class OpenableExceptionally {

    /** A person, and the file that would be opened. */
    public record Openable(UUID personId, UUID fileId) {}

    private final Barriers barriers;
    private final BusinessClock clock;

    OpenableExceptionally(Barriers barriers, BusinessClock clock) {
        this.barriers = barriers;
        this.clock = clock;
    }

    /** Those among the persons, in their order; whose file is not open already come first. */
    public List<Openable> among(List<UUID> personIds, Caller caller) {
        var rows = barriers.between(caller.staffId(), personIds, clock.now()).stream()
                .collect(Collectors.toMap(Barriers.Row::personId, Function.identity()));
        return personIds.stream()
                .flatMap(person -> Stream.ofNullable(rows.get(person)))
                .filter(between -> isOpenable(between, caller))
                .sorted(Comparator.comparing(between -> between.standing().exceptional() != null))
                .map(between -> new Openable(between.personId(), Objects.requireNonNull(between.fileId())))
                .toList();
    }

    private static boolean isOpenable(Barriers.Row between, Caller caller) {
        var standing = between.standing();
        var gone = between.erasedOn() != null || between.graceEndsAt() != null;
        if (gone || between.fileId() == null || standing.exclusionAsk() != null) {
            return false;
        }
        return standing.restrictionAsk() == null
                ? between.unit() != null && !between.unit().equals(caller.unit())
                : standing.restrictionOpens();
    }
}
