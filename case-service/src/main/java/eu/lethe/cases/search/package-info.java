/** Finding a person by a name half remembered. In memory only. */
@NullMarked
package eu.lethe.cases.search;

import org.jspecify.annotations.NullMarked;
