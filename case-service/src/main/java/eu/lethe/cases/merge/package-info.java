/** Two records of one person become one: found, undone within a month, settled after it. */
@NullMarked
package eu.lethe.cases.merge;

import org.jspecify.annotations.NullMarked;
