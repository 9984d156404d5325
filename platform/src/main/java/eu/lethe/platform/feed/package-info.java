/** The history of a service for who has no Kafka, or came later than Kafka remembers. */
@NullMarked
package eu.lethe.platform.feed;

import org.jspecify.annotations.NullMarked;
