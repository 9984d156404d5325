/** The local stack: every part of Lethe as a process of this machine, its state in one directory. */
@NullMarked
package eu.lethe.local.stack;

import org.jspecify.annotations.NullMarked;
