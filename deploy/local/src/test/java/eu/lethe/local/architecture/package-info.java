/** The arrows of the architecture, and what an event may hold, checked on the compiled modules. */
@NullMarked
package eu.lethe.local.architecture;

import org.jspecify.annotations.NullMarked;
