@NullMarked
package eu.lethe.cases.merge;

import org.jspecify.annotations.NullMarked;
