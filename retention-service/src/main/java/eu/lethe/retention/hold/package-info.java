/** What may not be erased for the time being, since a court or a duty needs it. */
@NullMarked
package eu.lethe.retention.hold;

import org.jspecify.annotations.NullMarked;
