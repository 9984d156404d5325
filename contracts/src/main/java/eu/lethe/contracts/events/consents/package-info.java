/** What a person allowed, and took back. */
@NullMarked
package eu.lethe.contracts.events.consents;

import org.jspecify.annotations.NullMarked;
