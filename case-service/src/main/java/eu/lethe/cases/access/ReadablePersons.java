package eu.lethe.cases.access;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.access.Refusals;
import eu.lethe.platform.access.Right;
import eu.lethe.platform.access.Verdict;
import eu.lethe.platform.journal.AccessJournal;
import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.journal.Opening;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Understands who may read about a person now: a worker of the person's unit who is neither excluded nor left out by a
 * restriction, or somebody with an exceptional access that the restriction allows. Nothing overcomes an exclusion.
 */
@Component
public class ReadablePersons {

    /**
     * SQL: whether the row of {@code person} may be shown to {@code :reader} in a list of the unit, that is, whether
     * neither an exclusion nor a restriction keeps them out, and it is not a duplicate, which is read through another record.
     */
    public static final String SHOWN = """
            not exists (select 1 from exclusion_in_force exclusion
                         where exclusion.person_id = person.person_id and exclusion.worker_id = :reader)
            and not exists (select 1 from restriction_in_force restriction
                             where restriction.person_id = person.person_id and not (:reader = any (restriction.workers)))
            and not exists (select 1 from merged_person where merged_person.duplicate_id = person.person_id)
            and not exists (select 1 from rights_rebuild)
            """;

    /**
     * A file, and by what right the caller reads about whose it is.
     *
     * @param alone whether no other record is, or was, read through theirs
     */
    public record ReadableFile<F>(F file, Right right, boolean alone) {}

    private final Barriers barriers;
    private final StaffDirectory staff;
    private final Oversight oversight;
    private final AccessJournal journal;
    private final BusinessClock clock;

    ReadablePersons(
            Barriers barriers, StaffDirectory staff, Oversight oversight, AccessJournal journal, BusinessClock clock) {
        this.barriers = barriers;
        this.staff = staff;
        this.oversight = oversight;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The caller's right to read about the person now, and to write what can be written.
     *
     * @throws Problem 404 unknown; 403 {@code excluded}, {@code restricted}, {@code other-unit}; 410 erased; 423 suspended
     */
    public Right require(UUID personId, Caller caller) {
        var between = between(personId, caller);
        var right = decide(between, caller);
        requireReadable(between);
        return right;
    }

    /**
     * Like {@link #require}, of the person whose file it is, who is found in the same look as the file.
     *
     * @param columns SQL: what of {@code case_file} is read
     * @param read how
     * @throws Problem as {@link #require}, also when there is no such file; 409 {@code merged} when the person's file is another one
     */
    public <F> ReadableFile<F> requireOfFile(UUID fileId, Caller caller, String columns, RowMapper<F> read) {
        var found = barriers.toFile(fileId, caller.staffId(), clock.now(), columns, read)
                .orElseThrow(Problem::notFound);
        var right = decide(found.between(), caller);
        requireReadable(found.between());
        if (found.keptPerson() != null) {
            throw Refusals.merged(found.keptPerson(), found.keptFile());
        }
        return new ReadableFile<>(found.file(), right, found.alone());
    }

    /**
     * Like {@link #require}, for somebody who is about to be shown what is in the compartments.
     *
     * @param reason as in the access journal, e.g. {@code person}
     */
    public Admission requireOpening(UUID personId, Caller caller, String reason, Compartment... opened) {
        return noteOpening(List.of(personId), null, require(personId, caller), caller, reason, opened);
    }

    /**
     * Like {@link #requireOpening(UUID, Caller, String, Compartment...)}, where the person's other records are shown as well.
     *
     * @param records the person's own first
     */
    public Admission requireOpening(List<UUID> records, Caller caller, String reason, Compartment... opened) {
        return noteOpening(records, null, require(records.getFirst(), caller), caller, reason, opened);
    }

    /**
     * Like {@link #requireOpening(UUID, Caller, String, Compartment...)}, for what lies in the person's file.
     */
    public Admission requireOpening(UUID personId, UUID fileId, Caller caller, String reason, Compartment... opened) {
        return noteOpening(List.of(personId), fileId, require(personId, caller), caller, reason, opened);
    }

    /**
     * Notes in the access journal that the caller is about to be shown several persons at once, whom they may see.
     *
     * @param reason {@code list}, {@code search} or {@code import}
     */
    public Admission noteShown(Collection<UUID> personIds, Caller caller, String reason, Compartment... opened) {
        return journal.opened(
                caller, new Opening(personIds.stream().distinct().toList(), null, Set.of(opened), reason, null));
    }

    /**
     * Notes in the access journal that the caller, who has the right, is about to be shown what is in the compartments.
     *
     * @param personIds whose: one person's, or those of the records that are read as one
     * @param fileId where it lies, if it lies in a file
     */
    public Admission noteOpening(
            List<UUID> personIds,
            @Nullable UUID fileId,
            Right right,
            Caller caller,
            String reason,
            Compartment... opened) {
        return journal.opened(caller, opening(personIds, fileId, right, reason, opened));
    }

    /** Like {@link #noteOpening}, for a further part of what the caller was just shown. */
    public Admission noteGoingOn(
            List<UUID> personIds, UUID fileId, Right right, Caller caller, String reason, Compartment... opened) {
        return journal.wentOn(caller, opening(personIds, fileId, right, reason, opened));
    }

    private static Opening opening(
            List<UUID> personIds, @Nullable UUID fileId, Right right, String reason, Compartment... opened) {
        var through = right.through();
        return new Opening(personIds, fileId, Set.of(opened), reason, through == null ? null : through.accessId());
    }

    /**
     * Like {@link #require}, where an exceptional access is not enough.
     *
     * @throws Problem as {@link #require}; 403 {@code exceptional-access-reads}
     */
    public void requireOwn(UUID personId, Caller caller) {
        if (require(personId, caller).through() != null) {
            throw exceptionalAccessReads();
        }
    }

    /** For whoever has an exceptional access, which is not enough: another one would not be either, and none is offered. */
    public static Problem exceptionalAccessReads() {
        return Problem.of(HttpStatus.FORBIDDEN, "exceptional-access-reads");
    }

    /**
     * Like {@link #requireOwn}, for a record that shall be read as one with a record of the caller's unit.
     *
     * @throws Problem as {@link #require}; 409 {@code merge-across-units} instead of 403 {@code other-unit}
     */
    public void requireToMerge(UUID personId, Caller caller) {
        var between = between(personId, caller);
        requireNotExcluded(between);
        if (!sameUnit(between, caller)) {
            throw Problem.of(HttpStatus.CONFLICT, "merge-across-units");
        }
        requireOwn(personId, caller);
    }

    /**
     * Refuses whoever is not of the person's unit, or is excluded; a restriction of reading, or an exceptional access,
     * changes nothing. For leads, who say who may read, and do not read.
     *
     * @throws Problem 404 unknown; 403 {@code excluded}, {@code other-unit}
     */
    public void requireOfUnit(UUID personId, Caller caller) {
        var between = between(personId, caller);
        requireNotExcluded(between);
        if (!sameUnit(between, caller)) {
            throw otherUnit(between, caller);
        }
    }

    /**
     * Like {@link #requireOfUnit}, while the person can be read.
     *
     * @throws Problem 404, 403, 410, 423
     */
    public void requireLiveOfUnit(UUID personId, Caller caller) {
        requireOfUnit(personId, caller);
        requireReadable(between(personId, caller));
    }

    /**
     * Refuses whoever is excluded, of whichever unit, and everybody while the person cannot be read.
     *
     * @throws Problem 404, 403 {@code excluded}, 410, 423
     */
    public void requireLive(UUID personId, UUID actor) {
        var between = between(personId, actor);
        requireNotExcluded(between);
        requireReadable(between);
    }

    /**
     * Refuses an exceptional access to whoever is excluded, left out by a restriction that forbids it, or in no need of one.
     *
     * @throws Problem 404, 403 {@code excluded}, {@code restricted}; 409 {@code readable-already}; 410, 423
     */
    public void requireExceptionPossible(UUID personId, Caller caller) {
        var between = between(personId, caller);
        requireNotExcluded(between);
        var ask = between.standing().restrictionAsk();
        if (ask != null && !between.standing().restrictionOpens()) {
            throw Refusals.restricted(staff.named(ask), false, between.fileId());
        }
        requireReadable(between);
        if (ask == null && sameUnit(between, caller)) {
            throw Problem.of(HttpStatus.CONFLICT, "readable-already");
        }
    }

    /**
     * Refuses somebody who is kept from one of the persons, whichever unit they are of.
     *
     * @param exclusionsOnly whether a restriction of reading changes nothing
     * @throws Problem 403 {@code excluded}, {@code restricted}
     */
    public void requireNotKeptOut(UUID actor, Collection<UUID> personIds, boolean exclusionsOnly) {
        for (var between : barriers.between(actor, personIds, clock.now())) {
            requireNotExcluded(between);
            if (!exclusionsOnly && between.standing().verdict(true) instanceof Verdict.Restricted restricted) {
                throw Refusals.restricted(
                        staff.named(restricted.ask()), restricted.opens() && !gone(between), between.fileId());
            }
        }
    }

    /** Those of the persons whom the caller may be shown by name, and needs no exceptional access for. */
    public Set<UUID> ownAmong(Collection<UUID> personIds, Caller caller) {
        return personIds.isEmpty()
                ? Set.of()
                : barriers.between(caller.staffId(), personIds, clock.now()).stream()
                        .filter(between -> !gone(between)
                                && verdict(between, caller) instanceof Right right
                                && right.through() == null)
                        .map(Barriers.Row::personId)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of the persons whom the caller may be shown by name. */
    public Set<UUID> readableAmong(Collection<UUID> personIds, Caller caller) {
        return personIds.isEmpty()
                ? Set.of()
                : barriers.between(caller.staffId(), personIds, clock.now()).stream()
                        .filter(between -> !gone(between) && verdict(between, caller) instanceof Right)
                        .map(Barriers.Row::personId)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private Barriers.Row between(UUID personId, Caller caller) {
        return between(personId, caller.staffId());
    }

    private Barriers.Row between(UUID personId, UUID actor) {
        return barriers.between(actor, List.of(personId), clock.now()).stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Right decide(Barriers.Row between, Caller caller) {
        return switch (verdict(between, caller)) {
            case Right right -> right;
            case Verdict.Excluded excluded -> throw Refusals.excluded(staff.named(excluded.ask()));
            case Verdict.Restricted restricted ->
                throw telling(
                        Refusals.restricted(
                                staff.named(restricted.ask()), restricted.opens() && !gone(between), between.fileId()),
                        restricted.opens(),
                        between,
                        caller);
            case Verdict.OtherUnit() -> throw otherUnit(between, caller);
        };
    }

    private static Verdict verdict(Barriers.Row between, Caller caller) {
        return between.standing().verdict(sameUnit(between, caller));
    }

    private void requireNotExcluded(Barriers.Row between) {
        var ask = between.standing().exclusionAsk();
        if (ask != null) {
            throw Refusals.excluded(staff.named(ask));
        }
    }

    private Problem otherUnit(Barriers.Row between, Caller caller) {
        var referent =
                oversight.referentOf(between.personId()).map(staff::named).orElse(null);
        return telling(Refusals.otherUnit(referent, !gone(between), between.fileId()), true, between, caller);
    }

    /** Who is asked for a reason is told who will know of it. */
    private Problem telling(Problem refusal, boolean opens, Barriers.Row between, Caller caller) {
        return opens && !gone(between) && between.fileId() != null
                ? refusal.with("told", oversight.toldOf(between.personId(), caller.staffId()))
                : refusal;
    }

    private void requireReadable(Barriers.Row between) {
        if (between.erasedOn() != null && between.erasureId() != null) {
            throw Refusals.erased(between.erasureId(), between.erasedOn(), between.certificateId());
        }
        if (between.graceEndsAt() != null) {
            throw Refusals.suspended(between.graceEndsAt(), clock);
        }
    }

    private static boolean gone(Barriers.Row between) {
        return between.erasedOn() != null || between.graceEndsAt() != null;
    }

    /** Who was erased without ever having had a file is nobody's: everyone is told alike. */
    private static boolean sameUnit(Barriers.Row between, Caller caller) {
        return between.unit() == null || between.unit().equals(caller.unit());
    }
}
