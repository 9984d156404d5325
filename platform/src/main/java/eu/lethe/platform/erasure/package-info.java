/** How a service tells retention-service that it has done its part of an erasure (GDPR art. 19). */
@NullMarked
package eu.lethe.platform.erasure;

import org.jspecify.annotations.NullMarked;
