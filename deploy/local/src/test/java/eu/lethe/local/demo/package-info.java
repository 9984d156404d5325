@NullMarked
package eu.lethe.local.demo;

import org.jspecify.annotations.NullMarked;
