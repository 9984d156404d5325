/** What must hold. */
@NullMarked
package eu.lethe.cases.journal;

import org.jspecify.annotations.NullMarked;
