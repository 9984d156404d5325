/** What a command is, to who looks at whom it names. */
@NullMarked
package eu.lethe.cases.commands;

import org.jspecify.annotations.NullMarked;
