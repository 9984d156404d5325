/** What must hold. */
@NullMarked
package eu.lethe.cases.person;

import org.jspecify.annotations.NullMarked;
