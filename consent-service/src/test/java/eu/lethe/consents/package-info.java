@NullMarked
package eu.lethe.consents;

import org.jspecify.annotations.NullMarked;
