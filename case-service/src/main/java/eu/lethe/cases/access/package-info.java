/** Who may read about a person: exclusions, restrictions, exceptional access. */
@NullMarked
package eu.lethe.cases.access;

import org.jspecify.annotations.NullMarked;
