@NullMarked
package eu.lethe.platform.publishing;

import org.jspecify.annotations.NullMarked;
