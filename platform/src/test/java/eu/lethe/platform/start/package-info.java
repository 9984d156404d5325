@NullMarked
package eu.lethe.platform.start;

import org.jspecify.annotations.NullMarked;
