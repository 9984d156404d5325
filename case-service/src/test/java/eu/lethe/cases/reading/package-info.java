@NullMarked
package eu.lethe.cases.reading;

import org.jspecify.annotations.NullMarked;
