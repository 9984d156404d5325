@NullMarked
package eu.lethe.platform.feed;

import org.jspecify.annotations.NullMarked;
