/** What happens to persons and case files. */
@NullMarked
package eu.lethe.contracts.events.cases;

import org.jspecify.annotations.NullMarked;
