/** What schedule must keep true. */
@NullMarked
package eu.lethe.retention.schedule;

import org.jspecify.annotations.NullMarked;
