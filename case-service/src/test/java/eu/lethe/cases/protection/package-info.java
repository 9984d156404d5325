/** What protection must keep true. */
@NullMarked
package eu.lethe.cases.protection;

import org.jspecify.annotations.NullMarked;
