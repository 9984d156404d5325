@NullMarked
package eu.lethe.bench.population;

import org.jspecify.annotations.NullMarked;
