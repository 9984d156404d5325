/** Counting everything again without losing those who can no longer be counted. */
@NullMarked
package eu.lethe.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
