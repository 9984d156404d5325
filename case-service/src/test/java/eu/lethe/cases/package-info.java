/** What must hold. */
@NullMarked
package eu.lethe.cases;

import org.jspecify.annotations.NullMarked;
