/** What must hold. */
@NullMarked
package eu.lethe.cases.referral;

import org.jspecify.annotations.NullMarked;
