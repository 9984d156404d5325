/** Keeps the keys, knows the deadlines, forgets on time. */
@NullMarked
package eu.lethe.retention;

import org.jspecify.annotations.NullMarked;
