/** The page of a file as its worker reads it. */
@NullMarked
package eu.lethe.cases.filepage;

import org.jspecify.annotations.NullMarked;
