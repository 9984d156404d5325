/** How records are described. */
@NullMarked
package eu.lethe.platform.openapi;

import org.jspecify.annotations.NullMarked;
