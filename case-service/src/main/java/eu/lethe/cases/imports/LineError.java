package eu.lethe.cases.imports;

/**
 * Understands why a line was refused: where, and the code of what is wrong; never what is written there.
 *
 * @param line of the CSV, from 1
 * @param column its title; empty when it is the line as a whole
 */
record LineError(long line, String column, String code) {}
