/** What reporting-service sees of its neighbours, at the edge: HTTP and Kafka. */
@NullMarked
package eu.lethe.reporting.neighbours;

import org.jspecify.annotations.NullMarked;
