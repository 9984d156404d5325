/** Who lives with whom: joined, left, parted. */
@NullMarked
package eu.lethe.cases.household;

import org.jspecify.annotations.NullMarked;
