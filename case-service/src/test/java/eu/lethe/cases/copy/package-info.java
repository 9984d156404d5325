/** What must hold. */
@NullMarked
package eu.lethe.cases.copy;

import org.jspecify.annotations.NullMarked;
