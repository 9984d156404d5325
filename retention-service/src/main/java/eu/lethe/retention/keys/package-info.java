/** Content keys: who has which, wrapped under the epoch key, and the one way to delete one. */
@NullMarked
package eu.lethe.retention.keys;

import org.jspecify.annotations.NullMarked;
