@NullMarked
package eu.lethe.platform.receiving;

import org.jspecify.annotations.NullMarked;
