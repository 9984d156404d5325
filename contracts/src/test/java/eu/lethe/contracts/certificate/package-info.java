/** What a certificate withstands. */
@NullMarked
package eu.lethe.contracts.certificate;

import org.jspecify.annotations.NullMarked;
