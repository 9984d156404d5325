package eu.lethe.cases.imports;

import java.util.List;
import java.util.UUID;

/**
 * Understands what a reader should look at before a line is taken over: where, and the code of why; never what is written
 * there.
 *
 * @param line of the CSV on which it begins, from 1
 * @param last line that belongs to it
 * @param column its title; empty when it is the line as a whole
 * @param persons who are known already and whom it may be about
 */
record LineWarning(long line, long last, String column, String code, List<UUID> persons) {

    /** Copies the list. */
    LineWarning {
        persons = List.copyOf(persons);
    }
}
