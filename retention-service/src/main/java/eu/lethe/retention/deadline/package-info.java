/** Until when a person's data may be kept, computed from what happened. */
@NullMarked
package eu.lethe.retention.deadline;

import org.jspecify.annotations.NullMarked;
