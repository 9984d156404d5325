/** What keys must keep true. */
@NullMarked
package eu.lethe.retention.keys;

import org.jspecify.annotations.NullMarked;
