/** What the service as a whole must keep true. */
@NullMarked
package eu.lethe.retention;

import org.jspecify.annotations.NullMarked;
