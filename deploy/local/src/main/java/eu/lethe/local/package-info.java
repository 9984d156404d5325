/** Lethe's command line: {@code ./lethe up}, {@code down}, {@code status} and what else a person does with a local stack. */
@NullMarked
package eu.lethe.local;

import org.jspecify.annotations.NullMarked;
