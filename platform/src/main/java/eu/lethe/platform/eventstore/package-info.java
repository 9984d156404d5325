/** Events as the truth: Axon on PostgreSQL, how it is pruned and how projections are replayed from it. */
@NullMarked
package eu.lethe.platform.eventstore;

import org.jspecify.annotations.NullMarked;
