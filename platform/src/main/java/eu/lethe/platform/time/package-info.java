/** The business clock: it governs deadlines, grace periods and 'today', and can be moved forward on a local stack. */
@NullMarked
package eu.lethe.platform.time;

import org.jspecify.annotations.NullMarked;
