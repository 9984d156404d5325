/** What certificate must keep true. */
@NullMarked
package eu.lethe.retention.certificate;

import org.jspecify.annotations.NullMarked;
