/** How what a row of a table holds comes back. */
@NullMarked
package eu.lethe.platform.rows;

import org.jspecify.annotations.NullMarked;
