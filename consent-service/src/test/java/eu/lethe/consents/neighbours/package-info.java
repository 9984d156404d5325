/** What consent-service sees of its neighbours, at the edge: HTTP and Kafka. */
@NullMarked
package eu.lethe.consents.neighbours;

import org.jspecify.annotations.NullMarked;
