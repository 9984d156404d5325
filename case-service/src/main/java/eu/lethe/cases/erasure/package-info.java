/** What this service does when retention-service erases a person. */
@NullMarked
package eu.lethe.cases.erasure;

import org.jspecify.annotations.NullMarked;
