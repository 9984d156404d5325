/** What must hold. */
@NullMarked
package eu.lethe.cases.running;

import org.jspecify.annotations.NullMarked;
