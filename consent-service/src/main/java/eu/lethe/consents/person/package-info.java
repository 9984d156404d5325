/** Who may deal with a person's consents: their unit, who is kept out, who is let in, and whether anything may be read at all. */
@NullMarked
package eu.lethe.consents.person;

import org.jspecify.annotations.NullMarked;
