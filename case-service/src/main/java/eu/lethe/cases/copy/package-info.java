/** The copy of their data that a person may have (GDPR 15). */
@NullMarked
package eu.lethe.cases.copy;

import org.jspecify.annotations.NullMarked;
