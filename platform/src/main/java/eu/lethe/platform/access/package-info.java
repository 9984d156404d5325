/** Who may read about a person, as every service that shows personal data decides it. */
@NullMarked
package eu.lethe.platform.access;

import org.jspecify.annotations.NullMarked;
