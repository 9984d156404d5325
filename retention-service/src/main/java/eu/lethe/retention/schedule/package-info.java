/** The retention schedule, as the administrator reads it. */
@NullMarked
package eu.lethe.retention.schedule;

import org.jspecify.annotations.NullMarked;
