/** What was read, by whom and why. */
@NullMarked
package eu.lethe.contracts.events.access;

import org.jspecify.annotations.NullMarked;
