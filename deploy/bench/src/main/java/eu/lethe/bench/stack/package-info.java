/** A running stack as its benchmarks meet it: as staff do, through the gateway, on this machine only. */
@NullMarked
package eu.lethe.bench.stack;

import org.jspecify.annotations.NullMarked;
