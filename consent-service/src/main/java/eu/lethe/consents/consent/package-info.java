/** Granting a consent, withdrawing it, and which consents a person has given. */
@NullMarked
package eu.lethe.consents.consent;

import org.jspecify.annotations.NullMarked;
