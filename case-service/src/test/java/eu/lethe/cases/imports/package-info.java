/** What must hold. */
@NullMarked
package eu.lethe.cases.imports;

import org.jspecify.annotations.NullMarked;
