package eu.lethe.cases.access;

import eu.lethe.cases.commands.Decision;
import eu.lethe.cases.commands.TakenUnderExceptionalAccess;
import eu.lethe.platform.access.Right;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Understands that an exceptional access is for reading and for adding a contact: whoever has no other right to a person
 * corrects, withdraws, merges, refers and closes nothing, by whichever address. A new command is refused until it says otherwise.
 */
@Component
@Order(2)
class WhoReadsExceptionallyRewritesNothing implements CommandWatch {

    private final NamedPersons named;
    private final Barriers barriers;
    private final StaffDirectory staff;
    private final BusinessClock clock;

    WhoReadsExceptionallyRewritesNothing(
            NamedPersons named, Barriers barriers, StaffDirectory staff, BusinessClock clock) {
        this.named = named;
        this.barriers = barriers;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public void look(Record command, UUID actor, NamedIds ids) {
        if (isTaken(command.getClass())) {
            return;
        }
        // a person who is mentioned is not rewritten
        var concerned = named.concernedBy(ids);
        if (concerned.isEmpty()) {
            return;
        }
        var now = clock.now();
        var unit = staff.member(actor).map(StaffDirectory.Member::unit).orElse(null);
        var decides = command.getClass().isAnnotationPresent(Decision.class);
        if (barriers.between(actor, concerned, now).stream().anyMatch(row -> isExceptional(row, unit, decides))
                && barriers.between(actor, named.livingWith(ids), now).stream().noneMatch(row -> isOwn(row, unit))) {
            throw ReadablePersons.exceptionalAccessReads();
        }
    }

    static boolean isTaken(Class<?> command) {
        return command.isAnnotationPresent(TakenUnderExceptionalAccess.class);
    }

    /** Who decides about a file of the own unit, as its lead, rests on no exceptional access to it. */
    private static boolean isExceptional(Barriers.Row row, @Nullable String unit, boolean decides) {
        var ofUnit = isOf(row, unit);
        return !(ofUnit && decides) && row.standing().verdict(ofUnit) instanceof Right right && right.through() != null;
    }

    /** Whoever answers for one of a household may write who left it, also of somebody whom they read exceptionally. */
    private static boolean isOwn(Barriers.Row row, @Nullable String unit) {
        var gone = row.erasedOn() != null || row.graceEndsAt() != null;
        return !gone && row.standing().verdict(isOf(row, unit)) instanceof Right right && right.through() == null;
    }

    private static boolean isOf(Barriers.Row row, @Nullable String unit) {
        return row.unit() == null || row.unit().equals(unit);
    }
}
