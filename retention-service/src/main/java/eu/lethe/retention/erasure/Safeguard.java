package eu.lethe.retention.erasure;

import eu.lethe.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** Understands the safeguards by name: what is refused, and with which words the person who asked is told. */
enum Safeguard {
    /** Who approves is not who asked. */
    FOUR_EYES(HttpStatus.FORBIDDEN, "four-eyes"),
    /** Who refuses is not who asked: they take the request back. */
    FOUR_EYES_TO_REFUSE(HttpStatus.FORBIDDEN, "four-eyes-to-refuse"),
    /** Once grace is over, or after a restore, who lets a paused erasure go on is not who asked for it. */
    FOUR_EYES_TO_RESUME(HttpStatus.FORBIDDEN, "four-eyes-to-resume"),
    /** A large share of the base is erased only when its number was typed. */
    SHARE_EXCEEDED(HttpStatus.CONFLICT, "share-exceeded"),
    /** An erasure of nobody is not asked for. */
    NOBODY_ON_THE_LIST(HttpStatus.CONFLICT, "nothing-to-erase"),
    /** Nothing is removed before the grace period ends. */
    GRACE_RUNNING(HttpStatus.CONFLICT, "grace-running"),
    /** Nothing is removed before every service has applied what lies before the suspension, or has had its time. */
    SERVICES_BEHIND(HttpStatus.CONFLICT, "services-behind"),
    /** Nothing is removed on an old approval. */
    APPROVAL_EXPIRED(HttpStatus.CONFLICT, "approval-expired"),
    /** A paused erasure stands still. */
    PAUSED(HttpStatus.CONFLICT, "erasure-paused"),
    /** What an erasure had begun before an older database was put back is carried on by another. */
    TAKEN_UP(HttpStatus.CONFLICT, "taken-up"),
    /** What was called off or refused before an older database was put back is not asked for or approved again. */
    STOPPED_BEFORE_RESTORE(HttpStatus.CONFLICT, "stopped-before-restore"),
    /** Nothing goes on while nobody knows whether it had been stopped. */
    STOPPED_UNREADABLE(HttpStatus.SERVICE_UNAVAILABLE, "stopped-erasures-unreadable"),
    /** Each step follows the one before. */
    IN_ORDER(HttpStatus.CONFLICT, "not-in-this-state");

    private final HttpStatus status;
    private final String code;

    Safeguard(HttpStatus status, String code) {
        this.status = status;
        this.code = code;
    }

    /** Refuses unless the rule is kept. */
    void check(boolean kept) {
        if (!kept) {
            throw refusal();
        }
    }

    /** Refuses a large share, with the numbers, unless it is none or was confirmed. */
    static void shareKept(boolean kept, Tally.Count count) {
        if (!kept) {
            throw SHARE_EXCEEDED
                    .refusal()
                    .with("erasable", count.persons())
                    .with("together", count.together())
                    .with("base", count.base())
                    .with("shareOfBase", count.share());
        }
    }

    /** The refusal itself. */
    Problem refusal() {
        return Problem.of(status, code);
    }
}
