/** Taking over the files that a unit has kept elsewhere, from CSV. */
@NullMarked
package eu.lethe.cases.imports;

import org.jspecify.annotations.NullMarked;
