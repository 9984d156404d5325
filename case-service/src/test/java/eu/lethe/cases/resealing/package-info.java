/** Sealing anew, for the tests of what is moved. */
@NullMarked
package eu.lethe.cases.resealing;

import org.jspecify.annotations.NullMarked;
