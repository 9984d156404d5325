/** What a service must have been told before it starts. */
@NullMarked
package eu.lethe.platform.start;

import org.jspecify.annotations.NullMarked;
