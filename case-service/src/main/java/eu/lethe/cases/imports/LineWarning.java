package eu.lethe.cases.imports;

/**
 * Understands what a reader should look at before a line is taken over: where, and the code of why; never what is written
 * there.
 *
 * @param line of the CSV on which it begins, from 1
 * @param last line that belongs to it
 * @param column its title; empty when it is the line as a whole
 */
record LineWarning(long line, long last, String column, String code) {}
