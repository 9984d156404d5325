/** What tests may rely on when they use the embedded servers. */
@NullMarked
package eu.lethe.embedded;

import org.jspecify.annotations.NullMarked;
