/** How fast, and how surely, somebody is found by a name half remembered. */
@NullMarked
package eu.lethe.bench.search;

import org.jspecify.annotations.NullMarked;
