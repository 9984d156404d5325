/** Who is signed in, which units there are, what may be coded. */
@NullMarked
package eu.lethe.cases.agency;

import org.jspecify.annotations.NullMarked;
