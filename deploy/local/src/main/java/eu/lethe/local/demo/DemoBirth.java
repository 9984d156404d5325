package eu.lethe.local.demo;

import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Understands when a fictitious person was born, and how much of it the agency was told.
 *
 * @param dayIsKnown whether more than the year is
 */
record DemoBirth(LocalDate day, boolean dayIsKnown) {

    static DemoBirth on(LocalDate day) {
        return new DemoBirth(day, true);
    }

    /** As a worker writes it down. */
    Map<String, Object> written() {
        return dayIsKnown ? Map.of("birthDate", day.toString()) : Map.of("birthYear", day.getYear());
    }

    /** Whether it is this that was written down of somebody. */
    boolean isOf(JsonNode person) {
        return dayIsKnown
                ? person.path("birthDate").asString("").equals(day.toString())
                : person.path("birthYear").asInt(0) == day.getYear();
    }

    @Override
    public String toString() {
        return "DemoBirth[…]";
    }
}
