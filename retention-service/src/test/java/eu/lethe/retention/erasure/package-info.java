/** What erasure must keep true. */
@NullMarked
package eu.lethe.retention.erasure;

import org.jspecify.annotations.NullMarked;
