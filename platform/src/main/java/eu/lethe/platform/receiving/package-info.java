/** Events of other services: each is applied once, in order, and what cannot be applied is kept aside and seen. */
@NullMarked
package eu.lethe.platform.receiving;

import org.jspecify.annotations.NullMarked;
