@NullMarked
package eu.lethe.cases.household;

import org.jspecify.annotations.NullMarked;
