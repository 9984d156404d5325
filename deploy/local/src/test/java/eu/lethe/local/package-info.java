/** What the command line promises to who types. */
@NullMarked
package eu.lethe.local;

import org.jspecify.annotations.NullMarked;
