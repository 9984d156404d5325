/** What an erasure means for the consents of the person erased. */
@NullMarked
package eu.lethe.consents.erasure;

import org.jspecify.annotations.NullMarked;
