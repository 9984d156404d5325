/** Proof of an erasure, built from verified state. */
@NullMarked
package eu.lethe.retention.certificate;

import org.jspecify.annotations.NullMarked;
