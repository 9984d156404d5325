/** What epoch must keep true. */
@NullMarked
package eu.lethe.retention.epoch;

import org.jspecify.annotations.NullMarked;
