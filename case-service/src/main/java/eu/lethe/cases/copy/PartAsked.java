package eu.lethe.cases.copy;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a copy somebody asks for.
 *
 * @param number from one; null where they know of none
 * @param division in which they know it
 */
record PartAsked(@Nullable Integer number, @Nullable String division) {

    /** Of a copy in parts, one has to be named. */
    Division.Part in(Division divided) {
        return divided.require(number, division);
    }

    /** Who does not know yet that there are parts reads the first, and hears of the others. */
    Division.Part orFirst(Division divided) {
        return number == null && division == null ? divided.parts().getFirst() : in(divided);
    }
}
