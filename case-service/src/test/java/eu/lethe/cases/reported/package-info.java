/** What must hold. */
@NullMarked
package eu.lethe.cases.reported;

import org.jspecify.annotations.NullMarked;
