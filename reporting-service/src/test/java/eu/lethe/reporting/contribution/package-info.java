@NullMarked
package eu.lethe.reporting.contribution;

import org.jspecify.annotations.NullMarked;
