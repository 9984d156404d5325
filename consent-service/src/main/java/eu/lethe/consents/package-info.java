/** What persons allowed, and took back. */
@NullMarked
package eu.lethe.consents;

import org.jspecify.annotations.NullMarked;
