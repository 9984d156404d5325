/** Deadlines and erasures: how Lethe forgets. */
@NullMarked
package eu.lethe.contracts.events.retention;

import org.jspecify.annotations.NullMarked;
