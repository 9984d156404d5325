/** The yearly grid: figures of everybody, pointing to nobody. */
@NullMarked
package eu.lethe.reporting.grid;

import org.jspecify.annotations.NullMarked;
