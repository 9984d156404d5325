/** A contact: recorded, corrected, coded afterwards, withdrawn when it should not be there, and brought back. */
@NullMarked
package eu.lethe.cases.contact;

import org.jspecify.annotations.NullMarked;
