/** What the local stack promises to its owner. */
@NullMarked
package eu.lethe.local.stack;

import org.jspecify.annotations.NullMarked;
