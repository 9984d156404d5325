/** Sealing and opening personal data with keys leased from retention-service, held in memory for five minutes. */
@NullMarked
package eu.lethe.platform.sealing;

import org.jspecify.annotations.NullMarked;
