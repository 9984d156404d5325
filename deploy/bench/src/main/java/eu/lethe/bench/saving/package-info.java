/** How long a worker waits until what they wrote is saved and shows. */
@NullMarked
package eu.lethe.bench.saving;

import org.jspecify.annotations.NullMarked;
