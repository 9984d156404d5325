/** A contact: recorded, corrected, coded afterwards, withdrawn when it was filed under the wrong person. */
@NullMarked
package eu.lethe.cases.contact;

import org.jspecify.annotations.NullMarked;
