/** Documents that leave the agency on paper or as a file: one look, accessible (PDF/UA-1). */
@NullMarked
package eu.lethe.platform.document;

import org.jspecify.annotations.NullMarked;
