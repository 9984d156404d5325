/** Stored events on their way to Kafka, as CloudEvents: after the commit, in order, at least once. */
@NullMarked
package eu.lethe.platform.publishing;

import org.jspecify.annotations.NullMarked;
