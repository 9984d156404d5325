/** Retention-service as a running whole, for tests that speak to it over HTTP and Kafka. */
@NullMarked
package eu.lethe.retention.running;

import org.jspecify.annotations.NullMarked;
