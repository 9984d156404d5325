/** Every error as a problem detail (RFC 9457), in French or English, never echoing what was typed. */
@NullMarked
package eu.lethe.platform.problem;

import org.jspecify.annotations.NullMarked;
