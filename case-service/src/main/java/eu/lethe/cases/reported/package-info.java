/** What third parties reported about a person: from whom, whether the person was told, and until when it is kept. */
@NullMarked
package eu.lethe.cases.reported;

import org.jspecify.annotations.NullMarked;
