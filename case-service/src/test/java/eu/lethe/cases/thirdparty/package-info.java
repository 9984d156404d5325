/** What must hold. */
@NullMarked
package eu.lethe.cases.thirdparty;

import org.jspecify.annotations.NullMarked;
