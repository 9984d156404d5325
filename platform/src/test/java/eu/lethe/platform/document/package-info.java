/** What must hold of documents. */
@NullMarked
package eu.lethe.platform.document;

import org.jspecify.annotations.NullMarked;
