/** What it takes to lease, rotate and hold many keys. */
@NullMarked
package eu.lethe.bench.keys;

import org.jspecify.annotations.NullMarked;
