/** What is told to Kafka to be kept for ever. */
@NullMarked
package eu.lethe.retention.kept;

import org.jspecify.annotations.NullMarked;
