@NullMarked
package eu.lethe.gateway;

import org.jspecify.annotations.NullMarked;
