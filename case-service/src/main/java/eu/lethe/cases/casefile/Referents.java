package eu.lethe.cases.casefile;

import eu.lethe.cases.access.Oversight;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Role;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.security.StaffDirectory.Member;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Understands who may be made to answer for a file: a worker of its unit whom nobody keeps from reading about the person. Every
 * way in comes through here. Who may no longer, since they left the unit or are kept from the person, is not shown as the
 * referent, nor told anything as such.
 */
@Component
class Referents {

    private final StaffDirectory staff;
    private final Oversight oversight;

    Referents(StaffDirectory staff, Oversight oversight) {
        this.staff = staff;
        this.oversight = oversight;
    }

    /**
     * Refuses who may not answer for the file.
     *
     * @param pointer where they were named
     * @throws Problem 400 {@code not-of-unit}, {@code kept-out}
     */
    void require(UUID referent, UUID personId, String unit, String pointer) {
        requireOf(unit, referent, pointer, member -> member.is(Role.WORKER));
        requireClear(referent, personId, pointer);
    }

    /** Whether {@link #require} lets them. */
    boolean mayAnswerFor(UUID referent, UUID personId, String unit) {
        return isOf(unit, referent, member -> member.is(Role.WORKER)) && oversight.standsClear(referent, personId);
    }

    /**
     * Refuses who may not open the file: beside those who may answer for it, the leads of its unit, who take files over. A
     * lead is shown as nobody's referent: the file waits for one.
     *
     * @throws Problem 400 {@code not-of-unit}, {@code kept-out}
     */
    void requireToOpen(UUID author, UUID personId, String unit) {
        requireOf(unit, author, "/referent", member -> member.is(Role.WORKER) || member.is(Role.LEAD));
        requireClear(author, personId, "/referent");
    }

    private void requireOf(String unit, UUID id, String pointer, Predicate<Member> office) {
        if (!isOf(unit, id, office)) {
            throw Problem.invalid(pointer, "not-of-unit");
        }
    }

    private boolean isOf(String unit, UUID id, Predicate<Member> office) {
        return staff.member(id)
                .filter(member -> unit.equals(member.unit()))
                .filter(office)
                .isPresent();
    }

    private void requireClear(UUID id, UUID personId, String pointer) {
        if (!oversight.standsClear(id, personId)) {
            throw Problem.invalid(pointer, "kept-out");
        }
    }
}
