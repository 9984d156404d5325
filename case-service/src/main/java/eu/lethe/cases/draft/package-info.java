/** What is typed and not saved yet: nothing typed is lost, and nothing typed is kept for long. */
@NullMarked
package eu.lethe.cases.draft;

import org.jspecify.annotations.NullMarked;
