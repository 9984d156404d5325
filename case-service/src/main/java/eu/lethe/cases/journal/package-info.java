/** Who has read a file: what the person may be shown, and an inspector can check. */
@NullMarked
package eu.lethe.cases.journal;

import org.jspecify.annotations.NullMarked;
