/** A case file: opened by a unit, filled with contacts, read until its deadline. */
@NullMarked
package eu.lethe.cases.casefile;

import org.jspecify.annotations.NullMarked;
