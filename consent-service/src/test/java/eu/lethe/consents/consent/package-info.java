@NullMarked
package eu.lethe.consents.consent;

import org.jspecify.annotations.NullMarked;
