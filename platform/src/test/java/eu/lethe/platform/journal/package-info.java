/** What the access journal promises. */
@NullMarked
package eu.lethe.platform.journal;

import org.jspecify.annotations.NullMarked;
