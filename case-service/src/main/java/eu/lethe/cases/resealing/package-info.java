/** What was sealed for one record of a person, sealed again for another, when two records become one. */
@NullMarked
package eu.lethe.cases.resealing;

import org.jspecify.annotations.NullMarked;
