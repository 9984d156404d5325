/** Child protection, which is kept for longer than anything else in a file. */
@NullMarked
package eu.lethe.cases.protection;

import org.jspecify.annotations.NullMarked;
