@NullMarked
package eu.lethe.reporting.grid;

import org.jspecify.annotations.NullMarked;
