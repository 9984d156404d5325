/** What each living person has contributed to the figures, sealed under their own keys. */
@NullMarked
package eu.lethe.reporting.contribution;

import org.jspecify.annotations.NullMarked;
