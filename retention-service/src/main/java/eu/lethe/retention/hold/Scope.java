package eu.lethe.retention.hold;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Understands what a hold is about. */
sealed interface Scope {

    /** The person, if it is about one. */
    default @Nullable UUID personId() {
        return null;
    }

    /** The unit, if it is about one. */
    default @Nullable String unit() {
        return null;
    }

    /** The rule, if it is about one. */
    default @Nullable String rule() {
        return null;
    }

    /** One person, with their second records and what was reported about them. */
    record OfPerson(UUID personId) implements Scope {}

    /** Whoever is with a unit, or was since the hold was placed. */
    record OfUnit(String unit) implements Scope {}

    /** Whatever is kept under one rule of the retention schedule: a moratorium. */
    record OfRule(String rule) implements Scope {}
}
