@NullMarked
package eu.lethe.retention.hold;

import org.jspecify.annotations.NullMarked;
