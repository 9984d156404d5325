/** What is due in a file: notices, reviews, follow-ups, deadlines. */
@NullMarked
package eu.lethe.cases.due;

import org.jspecify.annotations.NullMarked;
