/** What must hold. */
@NullMarked
package eu.lethe.cases.contact.attachment;

import org.jspecify.annotations.NullMarked;
