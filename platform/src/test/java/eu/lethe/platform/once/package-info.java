/** What is sent twice is recorded once. */
@NullMarked
package eu.lethe.platform.once;

import org.jspecify.annotations.NullMarked;
