/** The events of all services, how they are named on Kafka and how they are written in JSON. */
@NullMarked
package eu.lethe.contracts.events;

import org.jspecify.annotations.NullMarked;
