/** How long it takes to take over a unit's existing files. */
@NullMarked
package eu.lethe.bench.imports;

import org.jspecify.annotations.NullMarked;
