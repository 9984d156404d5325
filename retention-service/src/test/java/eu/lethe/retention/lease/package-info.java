/** What lease must keep true. */
@NullMarked
package eu.lethe.retention.lease;

import org.jspecify.annotations.NullMarked;
