/** A document that lies with a contact: taken in piece by piece, looked at while it passes, sealed, and given out under a safe name. */
@NullMarked
package eu.lethe.cases.contact.attachment;

import org.jspecify.annotations.NullMarked;
