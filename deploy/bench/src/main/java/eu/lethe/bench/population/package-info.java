/** People who do not exist, named as people in France are, and how their names are half remembered. */
@NullMarked
package eu.lethe.bench.population;

import org.jspecify.annotations.NullMarked;
