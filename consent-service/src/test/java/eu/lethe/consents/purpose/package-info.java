@NullMarked
package eu.lethe.consents.purpose;

import org.jspecify.annotations.NullMarked;
