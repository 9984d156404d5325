/** A service as small as can be, on which the platform is tried: notebooks whose pages are sealed. */
@NullMarked
package eu.lethe.platform.notebook;

import org.jspecify.annotations.NullMarked;
