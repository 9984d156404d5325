/** Catalogue files that an administrator reads: units, areas, nomenclature; checked at start, errors name the line. */
@NullMarked
package eu.lethe.platform.catalogue;

import org.jspecify.annotations.NullMarked;
