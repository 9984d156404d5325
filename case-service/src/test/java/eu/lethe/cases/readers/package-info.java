/** What must hold. */
@NullMarked
package eu.lethe.cases.readers;

import org.jspecify.annotations.NullMarked;
