/** A person known to the agency: registered, read, hidden, forgotten. */
@NullMarked
package eu.lethe.cases.person;

import org.jspecify.annotations.NullMarked;
