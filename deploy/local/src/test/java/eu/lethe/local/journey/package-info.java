/** The story of a person from the first visit to the certificate, on the whole running stack, through the gateway. */
@NullMarked
package eu.lethe.local.journey;

import org.jspecify.annotations.NullMarked;
