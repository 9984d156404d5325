/** Certificates of erasure: what they say, and how anybody checks one without asking the agency. */
@NullMarked
package eu.lethe.contracts.certificate;

import org.jspecify.annotations.NullMarked;
