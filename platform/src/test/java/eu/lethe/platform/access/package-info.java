/** What the access journal promises. */
@NullMarked
package eu.lethe.platform.access;

import org.jspecify.annotations.NullMarked;
