/** Which unit a person belongs to, and whether anything may be read about them. */
@NullMarked
package eu.lethe.consents.person;

import org.jspecify.annotations.NullMarked;
