@NullMarked
package eu.lethe.bench.search;

import org.jspecify.annotations.NullMarked;
