/** What must hold. */
@NullMarked
package eu.lethe.cases.contact;

import org.jspecify.annotations.NullMarked;
