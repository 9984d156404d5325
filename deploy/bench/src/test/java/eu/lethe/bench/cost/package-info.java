@NullMarked
package eu.lethe.bench.cost;

import org.jspecify.annotations.NullMarked;
