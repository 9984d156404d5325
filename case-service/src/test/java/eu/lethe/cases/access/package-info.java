@NullMarked
package eu.lethe.cases.access;

import org.jspecify.annotations.NullMarked;
