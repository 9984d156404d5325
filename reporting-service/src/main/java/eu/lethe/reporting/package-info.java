/** Figures that outlive the people they count. */
@NullMarked
package eu.lethe.reporting;

import org.jspecify.annotations.NullMarked;
