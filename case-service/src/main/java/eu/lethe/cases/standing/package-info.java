/** What a command is, to who looks at whom it names. */
@NullMarked
package eu.lethe.cases.standing;

import org.jspecify.annotations.NullMarked;
