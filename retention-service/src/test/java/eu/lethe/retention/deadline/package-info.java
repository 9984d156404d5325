/** What deadline must keep true. */
@NullMarked
package eu.lethe.retention.deadline;

import org.jspecify.annotations.NullMarked;
