@NullMarked
package eu.lethe.local.identity;

import org.jspecify.annotations.NullMarked;
