/** Epoch keys: kept outside every database, rotated, and destroyed, so that no backup brings a removed key back. */
@NullMarked
package eu.lethe.retention.epoch;

import org.jspecify.annotations.NullMarked;
