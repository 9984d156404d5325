/** What data is used for, and on which legal ground. */
@NullMarked
package eu.lethe.consents.purpose;

import org.jspecify.annotations.NullMarked;
