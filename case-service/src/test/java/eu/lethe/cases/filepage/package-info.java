/** What must hold. */
@NullMarked
package eu.lethe.cases.filepage;

import org.jspecify.annotations.NullMarked;
