/** How a service forgets what no key opens any more. */
@NullMarked
package eu.lethe.platform.erasure;

import org.jspecify.annotations.NullMarked;
