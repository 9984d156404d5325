/** What must hold. */
@NullMarked
package eu.lethe.cases.casefile;

import org.jspecify.annotations.NullMarked;
