/** How an erasure goes, from the preview to the certificate. */
@NullMarked
package eu.lethe.retention.erasure;

import org.jspecify.annotations.NullMarked;
