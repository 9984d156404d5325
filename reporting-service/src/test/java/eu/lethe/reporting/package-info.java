@NullMarked
package eu.lethe.reporting;

import org.jspecify.annotations.NullMarked;
