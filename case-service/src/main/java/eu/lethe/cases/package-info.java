/** Persons and their case files: what a social worker records, finds and reads. */
@NullMarked
package eu.lethe.cases;

import org.jspecify.annotations.NullMarked;
