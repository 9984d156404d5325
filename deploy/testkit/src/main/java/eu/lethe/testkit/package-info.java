/** What the tests of a service see of its neighbours, at the edge: HTTP and Kafka. */
@NullMarked
package eu.lethe.testkit;

import org.jspecify.annotations.NullMarked;
