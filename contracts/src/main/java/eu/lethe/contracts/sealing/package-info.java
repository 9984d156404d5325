/** Personal data as a type: sealed under the key of one person and one compartment, opened only with that key, for that record and field. */
@NullMarked
package eu.lethe.contracts.sealing;

import org.jspecify.annotations.NullMarked;
