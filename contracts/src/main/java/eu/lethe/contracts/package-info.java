/** What crosses a border of Lethe: the sealed value, the events, the certificate. The integrators' kit; it depends on no framework. */
@NullMarked
package eu.lethe.contracts;

import org.jspecify.annotations.NullMarked;
