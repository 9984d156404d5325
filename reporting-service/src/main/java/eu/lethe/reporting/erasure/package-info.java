/** What an erasure means for figures: nothing. And for what points to the person: the end. */
@NullMarked
package eu.lethe.reporting.erasure;

import org.jspecify.annotations.NullMarked;
