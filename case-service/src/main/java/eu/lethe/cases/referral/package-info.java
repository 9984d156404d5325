/** Referring a person to a service of the agency or to a partner, on a legal ground, and what came of it. */
@NullMarked
package eu.lethe.cases.referral;

import org.jspecify.annotations.NullMarked;
