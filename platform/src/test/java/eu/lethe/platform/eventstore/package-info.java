@NullMarked
package eu.lethe.platform.eventstore;

import org.jspecify.annotations.NullMarked;
