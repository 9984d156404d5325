/** What must hold. */
@NullMarked
package eu.lethe.cases.assessment;

import org.jspecify.annotations.NullMarked;
