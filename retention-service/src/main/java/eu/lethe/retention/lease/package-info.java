/** Who may use which key, and who ever did. */
@NullMarked
package eu.lethe.retention.lease;

import org.jspecify.annotations.NullMarked;
