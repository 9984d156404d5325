/** What must hold. */
@NullMarked
package eu.lethe.cases.search;

import org.jspecify.annotations.NullMarked;
