/** The access journal: who opened whose personal data, what of it, why and when; and the proof that none of it was changed. */
@NullMarked
package eu.lethe.platform.journal;

import org.jspecify.annotations.NullMarked;
